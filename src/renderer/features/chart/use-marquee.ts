import { type PointerEvent, useRef, useState } from 'react';
import { boxBetween, type Place } from '../../chart/within.ts';

/** Pixels between two places of a lasso, and that a line has to reach to be meant. */
const STEP = 3;
const MEANT = 6;

interface Drag {
  readonly shape: 'box' | 'lasso';
  readonly line: readonly Place[];
}

/**
 * Lines drawn with the pointer around notes: a box with Shift, a lasso with Alt or while `lasso` is on. While one is
 * drawn, the chart beneath hears nothing of the pointer.
 */
export function useMarquee(lasso: boolean, onDrawn: (line: readonly Place[]) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const begun = useRef<Place | null>(null);

  const begin = (event: PointerEvent<HTMLElement>) => {
    const shape = event.shiftKey ? 'box' : event.altKey || lasso ? 'lasso' : null;
    if (!shape || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = placeOf(event);
    setDrag({ shape, line: [begun.current] });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const start = begun.current;
    if (!drag || !start) return;
    event.stopPropagation();
    const here = placeOf(event);
    if (drag.shape === 'box') setDrag({ ...drag, line: boxBetween(start, here) });
    else if (far(drag.line.at(-1)!, here) >= STEP) setDrag({ ...drag, line: [...drag.line, here] });
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    const start = begun.current;
    if (!drag || !start) return;
    event.stopPropagation();
    begun.current = null;
    setDrag(null);
    if (drag.line.some((place) => far(place, start) >= MEANT)) onDrawn(drag.line);
  };
  const drop = () => {
    begun.current = null;
    setDrag(null);
  };
  return {
    line: drag?.line ?? null,
    handlers: {
      onPointerDownCapture: begin,
      onPointerMoveCapture: move,
      onPointerUpCapture: end,
      onPointerCancelCapture: drop,
    },
  };
}

function placeOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): Place {
  const { left, top } = currentTarget.getBoundingClientRect();
  return [clientX - left, clientY - top];
}

const far = ([ax, ay]: Place, [bx, by]: Place): number => Math.hypot(ax - bx, ay - by);
