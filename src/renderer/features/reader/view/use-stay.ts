import { type RefObject, useLayoutEffect, useRef } from 'react';
import { afterPaint } from '../../../state/after-paint.ts';
import { shifted } from '../note/shift.ts';
import type { BodyHandle } from './Body.tsx';
import { leafInView } from './leaves.ts';
import type { Shown } from './use-shown.ts';

interface Anchor {
  readonly path: string;
  readonly text: string;
  /** The element that is read, and its distance from the top of the page. */
  readonly offset: number;
  readonly top: number;
}

/**
 * When a note changes on disk, what is being read stays where it is on the screen, whatever was written above it.
 */
export function useStay(
  { note }: Shown,
  scroller: RefObject<HTMLDivElement | null>,
  body: RefObject<BodyHandle | null>,
): void {
  const anchor = useRef<Anchor | null>(null);
  const { text } = note;
  const { path } = note.note;

  // Where the reader stands, kept as it scrolls: once the new text is drawn, the old elements are gone.
  useLayoutEffect(() => {
    const element = scroller.current!;
    let frame = 0;
    const keepNow = () => {
      frame = 0;
      const root = body.current?.root;
      const box = element.getBoundingClientRect();
      const leaf = root && leafInView(root, box.top, box.bottom);
      anchor.current = leaf
        ? {
            path,
            text,
            offset: Number(leaf.dataset.start),
            top: leaf.getBoundingClientRect().top - box.top,
          }
        : null;
    };
    const keep = () => {
      frame ||= requestAnimationFrame(keepNow);
    };
    const before = anchor.current;
    if (before && before.path === path && before.text !== text && element.scrollTop > 0)
      body.current?.reveal(shifted(before.text, text, before.offset), before.top);
    const giveUp = afterPaint(keepNow);
    element.addEventListener('scroll', keep, { passive: true });
    return () => {
      element.removeEventListener('scroll', keep);
      cancelAnimationFrame(frame);
      giveUp();
    };
  }, [path, text, scroller, body]);
}
