import { type PointerEvent, type RefObject, useCallback } from 'react';
import { useTabs } from '../../state/tabs.ts';

/** Pixels before a press becomes a drag. */
const SLACK = 5;

/** Moves a tab along the bar with the pointer; the others make room as it passes their middles. */
export function useTabDrag(list: RefObject<HTMLElement | null>) {
  return useCallback(
    (down: PointerEvent<HTMLElement>, id: number) => {
      if (down.button !== 0) return;
      const tab = down.currentTarget;
      let from = down.clientX;
      let dragged = false;
      const move = (event: globalThis.PointerEvent) => {
        if (!dragged && Math.abs(event.clientX - from) < SLACK) return;
        dragged = true;
        tab.dataset.dragged = '';
        tab.style.transform = `translateX(${event.clientX - from}px)`;
        const to = placeOf(list.current, tab, event.clientX);
        if (to === null) return;
        const before = tab.offsetLeft;
        useTabs.getState().move(id, to);
        // React has moved the element by the next frame: it stays under the pointer.
        requestAnimationFrame(() => {
          from += tab.offsetLeft - before;
          tab.style.transform = `translateX(${event.clientX - from}px)`;
        });
      };
      const end = () => {
        removeEventListener('pointermove', move);
        removeEventListener('pointerup', end);
        removeEventListener('pointercancel', end);
        delete tab.dataset.dragged;
        tab.style.transform = '';
      };
      addEventListener('pointermove', move);
      addEventListener('pointerup', end);
      addEventListener('pointercancel', end);
    },
    [list],
  );
}

/** The index that the tab would have with the pointer at `x`, where it is not its own. */
function placeOf(list: HTMLElement | null, tab: HTMLElement, x: number): number | null {
  if (!list) return null;
  const all = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  const own = all.indexOf(tab);
  const origin = list.getBoundingClientRect().left - list.scrollLeft;
  const next = all[own + 1];
  const previous = all[own - 1];
  const middle = (el: HTMLElement) => origin + el.offsetLeft - list.offsetLeft + el.offsetWidth / 2;
  if (next && x > middle(next)) return own + 1;
  if (previous && x < middle(previous)) return own - 1;
  return null;
}
