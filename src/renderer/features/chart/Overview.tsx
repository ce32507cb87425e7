import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { type Colouring, coloursOf } from '../../chart/colouring.ts';
import type { Drawing } from '../../chart/drawing.ts';
import { css } from '../../chart/layers.ts';
import type { ChartModel } from '../../chart/model.ts';
import { overviewOf, pointUnder, seenOn, seesAll } from '../../chart/overview.ts';
import type { Palette } from '../../chart/palette.ts';
import { useChartLook } from '../../state/chart.ts';
import styles from './Overview.module.css';
import { usePalette } from './use-theme.ts';

const SIZE = { width: 132, height: 96 } as const;
/** Pixels below which what is seen would be too small to be found. */
const LEAST = 7;

interface Props {
  readonly drawing: Drawing;
  readonly model: ChartModel;
}

/**
 * The whole chart in small, with what is seen of it; gone while all is seen. For pointers alone: keys and screen readers
 * have the arrows, the legend's regions and the button that shows all.
 */
export function Overview({ drawing, model }: Props) {
  const palette = usePalette();
  const colouring = useChartLook((s) => s.colouring);
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLElement>(null);
  const overview = useMemo(() => overviewOf(model.bounds, SIZE.width, SIZE.height), [model.bounds]);

  // The notes are drawn once, when they are first looked at; the frame follows what is seen, past React.
  useEffect(() => {
    let drawn = false;
    const follow = () => {
      const { sight } = drawing;
      box.current!.hidden = seesAll(model.bounds, sight);
      if (box.current!.hidden) return;
      if (!drawn) draw(canvas.current!, model, overview, palette, colouring);
      drawn = true;
      const { x, y, width, height } = seenOn(overview, sight);
      const [wide, high] = [Math.max(LEAST, width), Math.max(LEAST, height)];
      Object.assign(frame.current!.style, {
        width: `${wide}px`,
        height: `${high}px`,
        transform: `translate(${x + (width - wide) / 2}px, ${y + (height - high) / 2}px)`,
      });
    };
    follow();
    return useChartLook.subscribe(follow);
  }, [drawing, model, overview, palette, colouring]);

  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.type === 'pointermove' && !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const point = pointUnder(overview, event.clientX - left, event.clientY - top);
    drawing.goTo({ ...drawing.standpoint, ...point }, 'at once');
  };
  return (
    <div
      ref={box}
      className={styles.overview}
      aria-hidden="true"
      data-overview
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
      onDoubleClick={() => drawing.fitAll(model.bounds)}
    >
      <canvas ref={canvas} style={SIZE} />
      <i ref={frame} />
    </div>
  );
}

function draw(
  canvas: HTMLCanvasElement,
  model: ChartModel,
  { scale, left, top }: ReturnType<typeof overviewOf>,
  palette: Palette,
  colouring: Colouring,
): void {
  const fine = window.devicePixelRatio;
  canvas.width = SIZE.width * fine;
  canvas.height = SIZE.height * fine;
  const context = canvas.getContext('2d')!;
  context.scale(fine, fine);
  context.globalAlpha = model.count > 4_000 ? 0.55 : 0.8;
  const { categories, of } = coloursOf(model, colouring, palette, Date.now());
  const size = model.count > 1_000 ? 1 : 1.6;
  for (const [c, { colour }] of categories.entries()) {
    context.fillStyle = css(colour);
    for (let i = 0; i < model.count; i++)
      if (of[i] === c)
        context.fillRect(
          (model.positions[2 * i]! - left) * scale - size / 2,
          (top - model.positions[2 * i + 1]!) * scale - size / 2,
          size,
          size,
        );
  }
}
