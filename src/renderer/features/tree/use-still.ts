import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Row } from './rows.ts';

/**
 * Keeps the lines that are in sight where they are when others come or go above them: what changes on disk must not
 * move the list under the person's eyes.
 */
export function useStill(
  scroll: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  indexes: ReadonlyMap<string, number>,
  height: number,
): void {
  const before = useRef<readonly Row[]>(rows);
  useLayoutEffect(() => {
    const element = scroll.current;
    const old = before.current;
    before.current = rows;
    if (!element || old === rows || element.scrollTop === 0) return;
    const top = Math.floor(element.scrollTop / height);
    // The topmost line in sight that is still there decides.
    for (let i = top; i < Math.min(old.length, top + 100); i++) {
      const now = indexes.get(old[i]!.path);
      if (now === undefined) continue;
      if (now !== i) element.scrollTop += (now - i) * height;
      return;
    }
  }, [scroll, rows, indexes, height]);
}
