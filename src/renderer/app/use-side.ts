import { useCallback, useState } from 'react';
import { type PanelImperativeHandle, type PanelSize, usePanelRef } from 'react-resizable-panels';
import { useLayout } from '../state/layout.ts';

/** Width of a collapsed pane: its icons. */
export const RAIL = 40;

export interface Side {
  readonly ref: React.RefObject<PanelImperativeHandle | null>;
  /** Shown in its own place, beside the others. */
  readonly open: boolean;
  /** Shown over its neighbour, because there is no room beside it. */
  readonly over: boolean;
  readonly size: number;
  readonly toggle: () => void;
  /** Ends showing it over its neighbour. */
  readonly leave: () => void;
  /** Brings the panel to where the store says it is. */
  readonly settle: () => void;
  readonly onResize: (size: PanelSize) => void;
}

/** One of the two panes beside the note: open or a rail, as wide as the person made it. */
export function useSide(side: 'left' | 'right', rem: number, narrow: boolean): Side {
  const ref = usePanelRef();
  const wanted = useLayout((s) => s[side]);
  const [asked, setOver] = useState(false);
  const open = wanted && !narrow;
  const over = narrow && asked;
  const key = side === 'left' ? 'leftSize' : 'rightSize';

  const settle = useCallback(() => {
    const panel = ref.current;
    if (!panel || panel.isCollapsed() !== open) return;
    if (open) panel.resize(useLayout.getState()[key] * rem);
    else panel.collapse();
  }, [ref, open, key, rem]);

  const onResize = useCallback(
    ({ inPixels }: PanelSize) => {
      const collapsed = inPixels <= (RAIL + 1) * rem;
      if (narrow) return;
      const { set, ...layout } = useLayout.getState();
      if (collapsed === layout[side]) set({ [side]: !collapsed });
      if (!collapsed) set({ [key]: Math.round(inPixels / rem) });
    },
    [side, key, rem, narrow],
  );

  const toggle = useCallback(() => {
    if (narrow) setOver((is) => !is);
    else useLayout.getState().set({ [side]: !useLayout.getState()[side] });
  }, [narrow, side]);

  return {
    ref,
    open,
    over,
    size: wanted && !narrow ? useLayout.getState()[key] * rem : RAIL * rem,
    toggle,
    leave: useCallback(() => setOver(false), []),
    settle,
    onResize,
  };
}
