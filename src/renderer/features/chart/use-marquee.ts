import { type PointerEvent, useRef, useState } from 'react';
import { boxBetween, type Place } from '../../chart/within.ts';

/** Pixels between two places of a lasso, and that a line has to reach to be meant. */
const STEP = 3;
const MEANT = 6;

interface Drag {
  readonly shape: 'box' | 'lasso';
  readonly start: Place;
  readonly line: readonly Place[];
}

/**
 * Lines drawn with the pointer around notes: a box with Shift, a lasso with Alt or while `lasso` is on. While one is
 * drawn, the chart beneath hears nothing of the pointer.
 */
export function useMarquee(lasso: boolean, onDrawn: (line: readonly Place[]) => void) {
  const [line, setLine] = useState<readonly Place[] | null>(null);
  // What is drawn lags behind the pointer where drawing is slow: the line itself must not.
  const drag = useRef<Drag | null>(null);

  const follow = (next: Drag | null) => {
    drag.current = next;
    setLine(next?.line ?? null);
  };
  const begin = (event: PointerEvent<HTMLElement>) => {
    const shape = event.shiftKey ? 'box' : event.altKey || lasso ? 'lasso' : null;
    if (!shape || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const start = placeOf(event);
    follow({ shape, start, line: [start] });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current;
    if (!now) return;
    event.stopPropagation();
    follow(drawnTo(now, placeOf(event)));
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current;
    if (!now) return;
    event.stopPropagation();
    follow(null);
    const { line: drawn, start } = drawnTo(now, placeOf(event));
    if (drawn.some((place) => far(place, start) >= MEANT)) onDrawn(drawn);
  };
  return {
    line,
    handlers: {
      onPointerDownCapture: begin,
      onPointerMoveCapture: move,
      onPointerUpCapture: end,
      onPointerCancelCapture: () => follow(null),
    },
  };
}

/** A drag whose pointer has come to a place. */
function drawnTo(drag: Drag, here: Place): Drag {
  if (drag.shape === 'box') return { ...drag, line: boxBetween(drag.start, here) };
  return far(drag.line.at(-1)!, here) < STEP ? drag : { ...drag, line: [...drag.line, here] };
}

function placeOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): Place {
  const { left, top } = currentTarget.getBoundingClientRect();
  return [clientX - left, clientY - top];
}

const far = ([ax, ay]: Place, [bx, by]: Place): number => Math.hypot(ax - bx, ay - by);
