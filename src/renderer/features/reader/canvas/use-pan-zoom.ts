import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { Box } from './geometry.ts';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const LEAST = 0.08;
const MOST = 2.5;
const MARGIN = 28;
const STEP = 60;

const within = (scale: number): number => Math.min(MOST, Math.max(LEAST, scale));

/** Moving and zooming over a canvas: by wheel, by dragging, by keys. */
export function usePanZoom(element: RefObject<HTMLElement | null>, bounds: Box) {
  const [view, setView] = useState<View>({ x: 0, y: 0, scale: 1 });

  const fit = useCallback(() => {
    const { clientWidth: width, clientHeight: height } = element.current!;
    const scale = within(
      Math.min(1, (width - 2 * MARGIN) / bounds.width, (height - 2 * MARGIN) / bounds.height),
    );
    setView({
      scale,
      x: (width - bounds.width * scale) / 2 - bounds.x * scale,
      y: (height - bounds.height * scale) / 2 - bounds.y * scale,
    });
  }, [element, bounds]);

  const zoom = useCallback(
    (by: number, at?: { readonly x: number; readonly y: number }) =>
      setView((v) => {
        const box = element.current!;
        const { x, y } = at ?? { x: box.clientWidth / 2, y: box.clientHeight / 2 };
        const scale = within(v.scale * by);
        const ratio = scale / v.scale;
        return { scale, x: x - (x - v.x) * ratio, y: y - (y - v.y) * ratio };
      }),
    [element],
  );

  useLayoutEffect(fit, [fit]);

  useEffect(() => {
    const box = element.current!;
    const move = (dx: number, dy: number) => setView((v) => ({ ...v, x: v.x + dx, y: v.y + dy }));
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const { left, top } = box.getBoundingClientRect();
        zoom(Math.exp(-event.deltaY / 300), { x: event.clientX - left, y: event.clientY - top });
        return;
      }
      // A card that can still scroll takes the wheel itself.
      const card = (event.target as Element).closest<HTMLElement>('[data-card-body]');
      const room =
        card && (event.deltaY > 0 ? card.scrollHeight - card.clientHeight - card.scrollTop : card.scrollTop);
      if (room && room > 1 && card.matches(':focus-within, :focus')) return;
      event.preventDefault();
      if (event.shiftKey) move(-event.deltaY, 0);
      else move(-event.deltaX, -event.deltaY);
    };
    const onDown = (event: PointerEvent) => {
      const free = !(event.target as Element).closest('a, button, [data-card-body]');
      if (event.button !== 1 && !(event.button === 0 && free)) return;
      event.preventDefault();
      box.focus({ preventScroll: true });
      box.setPointerCapture(event.pointerId);
      const onMove = ({ movementX, movementY }: PointerEvent) => move(movementX, movementY);
      const onUp = () => {
        box.removeEventListener('pointermove', onMove);
        box.removeEventListener('pointerup', onUp);
        box.removeEventListener('pointercancel', onUp);
      };
      box.addEventListener('pointermove', onMove);
      box.addEventListener('pointerup', onUp);
      box.addEventListener('pointercancel', onUp);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.target !== box || event.ctrlKey || event.metaKey || event.altKey) return;
      const moves: Record<string, () => void> = {
        ArrowLeft: () => move(STEP, 0),
        ArrowRight: () => move(-STEP, 0),
        ArrowUp: () => move(0, STEP),
        ArrowDown: () => move(0, -STEP),
        '+': () => zoom(1.25),
        '-': () => zoom(0.8),
        '0': fit,
      };
      if (!moves[event.key]) return;
      event.preventDefault();
      moves[event.key]!();
    };
    box.addEventListener('wheel', onWheel, { passive: false });
    box.addEventListener('pointerdown', onDown);
    box.addEventListener('keydown', onKey);
    return () => {
      box.removeEventListener('wheel', onWheel);
      box.removeEventListener('pointerdown', onDown);
      box.removeEventListener('keydown', onKey);
    };
  }, [element, zoom, fit]);

  return { view, fit, zoom };
}
