import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { afterPaint } from '../../../state/after-paint.ts';
import { useReading } from '../../../state/reading.ts';
import { useTabs } from '../../../state/tabs.ts';
import type { BodyHandle } from './Body.tsx';
import { leafAround, leafAtOffset, leafInView, spanOf } from './leaves.ts';

/** The place is kept when scrolling rests. */
const REST = 200;

/** Tells the rest of the page which passage is in view and which the cursor stands in. */
export function useReadingPosition(
  scroller: RefObject<HTMLDivElement | null>,
  body: RefObject<BodyHandle | null>,
  path: string,
): () => void {
  const look = useCallback(() => {
    const root = body.current?.root;
    const box = scroller.current?.getBoundingClientRect();
    if (!root || !box) return;
    const leaf = leafInView(root, box.top, box.bottom);
    const { cursor, see, point } = useReading.getState();
    see(leaf && spanOf(leaf));
    // Who has scrolled away from the cursor reads something else.
    const at = cursor && leafAtOffset(root, cursor.start)?.getBoundingClientRect();
    if (at && (at.bottom < box.top || at.top > box.bottom)) point(null);
  }, [scroller, body]);

  useEffect(() => {
    const element = scroller.current!;
    let frame = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        look();
      });
      clearTimeout(rest);
      rest = setTimeout(() => useTabs.getState().keepScroll(Math.round(element.scrollTop)), REST);
    };
    const onSelect = () => {
      const root = body.current?.root;
      const selection = getSelection();
      if (!root || !selection?.anchorNode || !element.contains(selection.anchorNode)) return;
      const first = leafAround(selection.anchorNode, root);
      const last = leafAround(selection.focusNode, root) ?? first;
      if (!first || !last) return;
      const [a, b] = [spanOf(first), spanOf(last)];
      useReading.getState().point({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('selectionchange', onSelect);
    return () => {
      element.removeEventListener('scroll', onScroll);
      document.removeEventListener('selectionchange', onSelect);
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    };
  }, [scroller, body, look]);

  // What was drawn is looked at when it is on the screen: until then nothing may ask where its elements stand.
  const giveUp = useRef<(() => void) | null>(null);
  const lookSoon = useCallback(() => {
    giveUp.current?.();
    giveUp.current = afterPaint(look);
  }, [look]);

  useEffect(() => {
    useReading.getState().show(path);
    lookSoon();
    return () => {
      giveUp.current?.();
      useReading.getState().show(null);
    };
  }, [path, lookSoon]);

  return lookSoon;
}
