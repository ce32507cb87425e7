import type { Layer } from '@deck.gl/core';
import { LineLayer, PathLayer, ScatterplotLayer, SolidPolygonLayer, TextLayer } from '@deck.gl/layers';
import type { Colours } from './colouring.ts';
import type { Ground } from './hulls.ts';
import type { Label } from './labels.ts';
import type { ChartModel } from './model.ts';
import { hitLayer, largerBy, type Overlay, ruleLayers } from './overlay.ts';
import type { Palette, Rgb } from './palette.ts';
import { PointsLayer } from './points-layer.ts';

/** A tie of the chosen note to another. */
export interface Rhumb {
  readonly to: number;
  /** 0..1: how strong it is beside the strongest. */
  readonly strength: number;
  readonly linked: boolean;
}

/** All that decides what is drawn, but for where it is seen from. */
export interface Scene {
  readonly model: ChartModel;
  readonly colours: Colours;
  readonly palette: Palette;
  /** By category of the colours: 0 where its notes are faded. */
  readonly lit: Uint8Array;
  /** Notes that stand out while the others fade: hits of a search, a selection; null for all. */
  readonly hits: ReadonlySet<number> | null;
  readonly chosen: number;
  readonly hovered: number;
  readonly rhumbs: readonly Rhumb[];
  readonly links: boolean;
  /** What the regions lie on; none where it is not wanted, or not worked out yet. */
  readonly grounds: readonly Ground[];
  /** Colours of the grounds by region; a region without one has no ground. */
  readonly tints: ReadonlyMap<number, Rgb>;
  readonly labels: readonly Label[];
  /** What a search has found, and an axis it lies along. */
  readonly overlay?: Overlay | undefined;
}

const FADED_ALPHA = 110;

/** Layers from the bottom up; a layer whose inputs have not changed costs nothing. */
export function layersOf(scene: Scene, sans: string): Layer[] {
  const { model, palette, overlay } = scene;
  return [
    ...(scene.grounds.length > 0 ? groundLayers(scene) : []),
    ...(scene.links ? [linkLayer(model, palette)] : []),
    ...(scene.rhumbs.length > 0 ? [rhumbLayer(scene)] : []),
    pointLayer(scene),
    ...(overlay?.rule ? ruleLayers(overlay.rule, palette) : []),
    ...(overlay?.strengths ? [hitsOver(scene, overlay)] : []),
    ringLayer(scene),
    labelLayer(scene, sans),
  ];
}

const hitsOver = (scene: Scene, overlay: Overlay): Layer =>
  hitLayer(overlay, {
    positions: scene.model.positions,
    paper: scene.palette.paper,
    colourOf: (i) => colourOf(i, scene),
    radiusOf: (i) => radiusOf(scene.model.degrees[i]!, scene.model.count),
  });

/** Of 255, by level: shallow water, then deeper. By night a tint is seen sooner. */
const DEPTHS = { day: [17, 15, 15], night: [15, 13, 13] } as const;
const SHORE = { day: 70, night: 60 } as const;

/** Of 255: how much of its colour a level of a region's ground has. */
export const depthOf = ({ night }: Palette, level: number): number =>
  DEPTHS[night ? 'night' : 'day'][level] ?? 0;

function groundLayers({ grounds, tints, palette }: Scene): Layer[] {
  const shown = grounds.filter(({ region }) => tints.has(region));
  const time = palette.night ? 'night' : 'day';
  return [
    new SolidPolygonLayer<Ground>({
      id: 'grounds',
      data: shown,
      getPolygon: ({ rings }) => rings as never,
      getFillColor: ({ region, level }) => [...tints.get(region)!, depthOf(palette, level)],
      updateTriggers: { getFillColor: [tints, palette] },
    }),
    new PathLayer<readonly (readonly [number, number])[]>({
      id: 'shores',
      data: shown.flatMap(({ rings, level, region }) =>
        level === 0 ? rings.map((ring) => Object.assign([...ring, ring[0]!], { region })) : [],
      ),
      getPath: (ring) => ring as never,
      getColor: (ring) => [...tints.get((ring as unknown as Ground).region)!, SHORE[time]],
      getWidth: 1,
      widthUnits: 'pixels',
      updateTriggers: { getColor: [tints, palette] },
    }),
  ];
}

function pointLayer({ model, colours, palette, lit, hits }: Scene): Layer {
  return new PointsLayer({
    id: 'points',
    data: { length: model.count, attributes: { getPosition: { value: model.positions, size: 2 } } } as never,
    getFillColor: (_, { index }) => colourOf(index, { colours, palette, lit, hits }),
    getRadius: (_, { index }) => radiusOf(model.degrees[index]!, model.count),
    radiusUnits: 'pixels',
    // A thin line of paper around each: points that lie on each other can be told apart.
    stroked: true,
    getLineColor: [...palette.paper, 200],
    getLineWidth: 0.8,
    lineWidthUnits: 'pixels',
    pickable: true,
    antialiasing: true,
    updateTriggers: {
      getFillColor: [colours, palette, lit, hits],
      getRadius: [model],
      getLineColor: [palette],
    },
  });
}

type Filling = Pick<Scene, 'colours' | 'palette' | 'lit' | 'hits'>;

/** Whether a note is meant now; the others are faded. */
export const stands = (i: number, { colours, lit, hits }: Omit<Filling, 'palette'>): boolean =>
  lit[colours.of[i]!] !== 0 && (hits === null || hits.has(i));

/** Faded notes stay where they are: a chart with holes is another chart. */
export function colourOf(
  i: number,
  { colours, palette, lit, hits }: Filling,
): [number, number, number, number] {
  const on = stands(i, { colours, lit, hits });
  const [r, g, b] = on ? (colours.categories[colours.of[i]!]?.colour ?? palette.none) : palette.faded;
  return [r, g, b, on ? 235 : FADED_ALPHA];
}

/** Pixels: notes with many links are ports of call; where there are many notes, all are smaller. */
export function radiusOf(degree: number, count: number): number {
  const base = count > 20_000 ? 1.3 : count > 4_000 ? 1.7 : count > 400 ? 2.4 : 3.4;
  return base * (1 + Math.min(1.5, Math.sqrt(degree) / 5));
}

function ringLayer({ model, palette, chosen, hovered, overlay }: Scene): Layer {
  const rings = [hovered, chosen].filter((i, n, all) => i >= 0 && i < model.count && all.indexOf(i) === n);
  return new ScatterplotLayer<number>({
    id: 'rings',
    data: rings,
    getPosition: (i) => at(model, i),
    getRadius: (i) =>
      radiusOf(model.degrees[i]!, model.count) +
      (overlay ? largerBy(overlay, i) : 0) +
      (i === chosen ? 5 : 3.5),
    getLineColor: (i) => [...(i === chosen ? palette.accent : palette.ink)],
    getLineWidth: (i) => (i === chosen ? 2 : 1),
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    filled: false,
    stroked: true,
    updateTriggers: { getLineColor: [chosen, palette], getLineWidth: [chosen], getRadius: [chosen, overlay] },
  });
}

function linkLayer(model: ChartModel, palette: Palette): Layer {
  const { links, positions } = model;
  const ends = (which: 0 | 1) => {
    const out = new Float32Array(links.length);
    for (let e = 0; e < links.length / 2; e++) {
      out[2 * e] = positions[2 * links[2 * e + which]!]!;
      out[2 * e + 1] = positions[2 * links[2 * e + which]! + 1]!;
    }
    return { value: out, size: 2 };
  };
  return new LineLayer({
    id: 'links',
    data: {
      length: links.length / 2,
      attributes: { getSourcePosition: ends(0), getTargetPosition: ends(1) },
    } as never,
    getColor: [...palette.link, links.length > 20_000 ? 26 : 60],
    getWidth: 1,
    widthUnits: 'pixels',
    updateTriggers: { getColor: [palette] },
  });
}

/** Ties of meaning from the chosen note; those nobody has written in the accent, the written ones in ink. */
function rhumbLayer({ model, palette, chosen, rhumbs }: Scene): Layer {
  return new LineLayer<Rhumb>({
    id: 'rhumbs',
    data: [...rhumbs],
    getSourcePosition: () => at(model, chosen),
    getTargetPosition: ({ to }) => at(model, to),
    getColor: ({ linked, strength }) => [...(linked ? palette.link : palette.rhumb), 90 + 150 * strength],
    getWidth: ({ strength }) => 1 + 2 * strength,
    widthUnits: 'pixels',
    updateTriggers: { getSourcePosition: [chosen, model], getTargetPosition: [model], getColor: [palette] },
  });
}

function labelLayer({ labels, palette }: Scene, sans: string): Layer {
  return new TextLayer<Label>({
    id: 'labels',
    data: [...labels],
    getText: ({ text }) => text,
    getPosition: ({ x, y }) => [x, y],
    getSize: ({ size }) => size,
    getPixelOffset: ({ dx, dy }) => [dx, dy],
    getColor: ({ kind }) => [...palette.ink, kind === 'region' ? 255 : kind === 'part' ? 205 : 235],
    characterSet: 'auto',
    fontFamily: sans,
    fontWeight: 600,
    fontSettings: { sdf: true, fontSize: 48, buffer: 8, radius: 14, cutoff: 0.2 },
    outlineWidth: 5,
    outlineColor: [...palette.paper, 225],
    sizeUnits: 'pixels',
    updateTriggers: { getColor: [palette] },
  });
}

const at = ({ positions }: ChartModel, i: number): [number, number] => [
  positions[2 * i]!,
  positions[2 * i + 1]!,
];

export const css = ([r, g, b]: Rgb): string => `rgb(${r} ${g} ${b})`;
