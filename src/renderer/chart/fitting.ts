import type { Bounds } from './model.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A point of the chart in the middle of the view, and pixels per unit of the chart. */
export interface Fit {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Pixels of the legend, with what is between it and the chart's edges. */
const LEGEND = { wide: 230, folded: 146, head: 62, entry: 23.5, below: 80 } as const;
/** Pixels of width from which the legend is unfolded, and there is room beside it. */
const ROOMY = 580;
/** Pixels that the tools take, and that are left free otherwise. */
const TOOLS = 60;
const MARGIN = 28;
/** Least pixels that a chart is drawn in, and least units that fill a view. */
const LEAST = { pixels: 40, units: 0.5 } as const;

/** What the legend takes of the chart's top left, in pixels: where there is little room, it is folded. */
export function roomOfLegend({ width, height }: Room, entries: number): Room {
  const { wide, folded, head, entry, below } = LEGEND;
  if (entries === 0) return { width: 0, height: 0 };
  const [across, down] = width < ROOMY ? [folded, head] : [wide, head + entry * entries];
  return { width: across, height: Math.min(down, height - below) };
}

/**
 * Where a part of the chart fills what nothing stands over: beside the legend, or below it where it is larger there.
 * `entries`: those of the legend.
 */
export function fitted(part: Bounds, room: Room, entries: number): Fit {
  if (room.width < ROOMY) return within(part, room, { left: MARGIN, top: MARGIN });
  const legend = roomOfLegend(room, Math.max(1, entries));
  const beside = within(part, room, { left: legend.width, top: MARGIN });
  const below = within(part, room, { left: MARGIN, top: legend.height + MARGIN / 2 });
  return below.scale > beside.scale ? below : beside;
}

/** The part in the middle of a room of which something is taken from the left and the top. */
function within(
  { left, right, bottom, top }: Bounds,
  { width, height }: Room,
  taken: { readonly left: number; readonly top: number },
): Fit {
  const scale = Math.min(
    Math.max(LEAST.pixels, width - taken.left - TOOLS) / Math.max(LEAST.units, right - left),
    Math.max(LEAST.pixels, height - taken.top - MARGIN) / Math.max(LEAST.units, top - bottom),
  );
  return {
    x: (left + right) / 2 - (taken.left - TOOLS) / 2 / scale,
    // The chart's y goes up, the screen's down.
    y: (bottom + top) / 2 + (taken.top - MARGIN) / 2 / scale,
    scale,
  };
}
