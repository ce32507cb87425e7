import { type RefObject, useCallback, useEffect } from 'react';
import { type PanelImperativeHandle, usePanelRef } from 'react-resizable-panels';
import { useLayout } from '../state/layout.ts';
import { crowded, fitted } from './fit.ts';

export interface Side {
  readonly ref: RefObject<PanelImperativeHandle | null>;
  /** Shown in its own place, beside the others. */
  readonly open: boolean;
  /** Shown over its neighbour, because there is no room beside it. */
  readonly over: boolean;
  readonly size: number;
  readonly toggle: () => void;
  /** Ends showing it over its neighbour. */
  readonly leave: () => void;
  /** Takes over what the person did with the separator. */
  readonly keep: () => void;
}

/** One of the two panes beside the note: open or a rail, as wide as the person made it. */
export function useSide(side: 'left' | 'right', rem: number, narrow: boolean): Side {
  const ref = usePanelRef();
  const wanted = useLayout((s) => s[side]);
  const over = useLayout((s) => s.over === side) && narrow;
  const open = wanted && !narrow;
  const key = side === 'left' ? 'leftSize' : 'rightSize';
  const other = useLayout((s) => s[side === 'left' ? 'right' : 'left']);

  // A window that was small for a moment may have taken the pane's room: it comes back as it was wanted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room there is depends on the other pane too
  useEffect(() => {
    const settle = () => {
      const panel = ref.current;
      if (!panel) return;
      const size = sizeOf(side, rem);
      if (!open) panel.collapse();
      else if (Math.abs(panel.getSize().inPixels - size) > 1) panel.resize(size);
    };
    settle();
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(settle);
    };
    addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('resize', later);
    };
  }, [ref, open, side, rem, other]);

  const keep = useCallback(() => {
    const panel = ref.current;
    if (!panel || narrow) return;
    const collapsed = panel.isCollapsed();
    useLayout.getState().set({
      [side]: !collapsed,
      ...(!collapsed && { [key]: Math.round(panel.getSize().inPixels / rem) }),
    });
  }, [ref, side, key, rem, narrow]);

  const toggle = useCallback(() => {
    const layout = useLayout.getState();
    if (narrow) layout.set({ over: layout.over === side ? null : side });
    else layout.set({ [side]: !layout[side], over: null });
  }, [narrow, side]);

  return {
    ref,
    open,
    over,
    size: sizeOf(side, rem),
    toggle,
    leave: useCallback(() => useLayout.getState().set({ over: null }), []),
    keep,
  };
}

/** How many pixels the pane has, beside what the other one wants, in the window as it is. */
function sizeOf(side: 'left' | 'right', rem: number): number {
  const { left, right, leftSize, rightSize } = useLayout.getState();
  const width = innerWidth / rem;
  const narrow = crowded(width, left);
  const sizes = fitted(width, {
    left: left && !narrow.left ? leftSize : null,
    right: right && !narrow.right ? rightSize : null,
  });
  return sizes[side] * rem;
}
