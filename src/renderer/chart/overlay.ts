import type { Layer } from '@deck.gl/core';
import { LineLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
import type { Rule } from './axis.ts';
import type { Rgb } from './palette.ts';

/** What is laid over the chart beside its notes. */
export interface Overlay {
  /** Notes that stand out by how much they are meant, 0..1: hits of a search. */
  readonly strengths: ReadonlyMap<number, number> | null;
  /** The line between two poles, when the notes lie along one. */
  readonly rule: (Rule & { readonly from: string; readonly to: string }) | null;
}

/** Pixels that a hit is larger than its note is otherwise: at least, and by its strength. */
const LARGER = { least: 1.5, most: 4 } as const;

/** How much larger a note is drawn for being meant. */
export const largerBy = ({ strengths }: Overlay, note: number): number => {
  const strength = strengths?.get(note);
  return strength === undefined ? 0 : LARGER.least + (LARGER.most - LARGER.least) * strength;
};

interface Drawn {
  readonly positions: Float32Array;
  readonly colourOf: (note: number) => [number, number, number, number];
  readonly radiusOf: (note: number) => number;
  readonly paper: Rgb;
}

/** The hits once more, over all other notes, the stronger the larger. */
export function hitLayer(overlay: Overlay, { positions, colourOf, radiusOf, paper }: Drawn): Layer {
  return new ScatterplotLayer<number>({
    id: 'hits',
    data: [...overlay.strengths!.keys()].sort(
      (a, b) => overlay.strengths!.get(a)! - overlay.strengths!.get(b)!,
    ),
    getPosition: (i) => [positions[2 * i]!, positions[2 * i + 1]!],
    getRadius: (i) => radiusOf(i) + largerBy(overlay, i),
    getFillColor: (i) => colourOf(i),
    stroked: true,
    getLineColor: [...paper, 255],
    getLineWidth: 1.2,
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    antialiasing: true,
    updateTriggers: { getFillColor: [colourOf], getPosition: [positions], getLineColor: [paper] },
  });
}

/** Parts of the rule, black and white by turns as on the edge of a chart. */
const PARTS = 20;
const THICK = 6;
/** Pixels from the rule down to the names of its ends, and of their type. */
export const NAMES_BELOW = 17;
export const POLE_SIZE = 17;

interface Inks {
  readonly ink: Rgb;
  readonly paper: Rgb;
  readonly link: Rgb;
}

interface Part {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly width: number;
  readonly colour: readonly [number, number, number, number];
}

/** The lines of a rule: its blocks, its ends, and the middle between the poles. */
export function partsOf({ left, right, y, top }: Rule, { ink, paper, link }: Inks): Part[] {
  const at = (share: number) => left + (right - left) * share;
  const middle = at(0.5);
  return [
    { from: [middle, y], to: [middle, top], width: 1, colour: [...link, 70] },
    { from: [left, y], to: [right, y], width: THICK + 2, colour: [...ink, 255] },
    ...Array.from({ length: PARTS / 2 }, (_, i): Part => {
      const start = (2 * i + 1) / PARTS;
      return { from: [at(start), y], to: [at(start + 1 / PARTS), y], width: THICK, colour: [...paper, 255] };
    }),
  ];
}

export function ruleLayers(rule: NonNullable<Overlay['rule']>, inks: Inks): Layer[] {
  const { left, right, y, from, to } = rule;
  const serif = getComputedStyle(document.documentElement).getPropertyValue('--serif') || 'serif';
  const names = [
    { text: from, x: left, anchor: 'start' },
    { text: to, x: right, anchor: 'end' },
  ] as const;
  return [
    new LineLayer<Part>({
      id: 'rule',
      data: partsOf(rule, inks),
      getSourcePosition: (part) => part.from as [number, number],
      getTargetPosition: (part) => part.to as [number, number],
      getColor: ({ colour }) => colour as [number, number, number, number],
      getWidth: ({ width }) => width,
      widthUnits: 'pixels',
    }),
    new TextLayer<(typeof names)[number]>({
      id: 'poles',
      data: [...names],
      getText: ({ text }) => text,
      getPosition: ({ x }) => [x, y],
      getPixelOffset: [0, NAMES_BELOW],
      getTextAnchor: ({ anchor }) => anchor,
      getSize: POLE_SIZE,
      getColor: [...inks.ink, 255],
      characterSet: 'auto',
      fontFamily: serif,
      fontSettings: { sdf: true, fontSize: 48, buffer: 8, radius: 14, cutoff: 0.2 },
      outlineWidth: 5,
      outlineColor: [...inks.paper, 225],
      sizeUnits: 'pixels',
    }),
  ];
}
