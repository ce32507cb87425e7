import type { Layer } from '@deck.gl/core';
import { LineLayer, PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { Colours } from './colouring.ts';
import type { Ground, Ring } from './hulls.ts';
import type { Label } from './labels.ts';
import type { ChartModel } from './model.ts';
import { hitLayer, largerBy, type Overlay, ruleLayers } from './overlay.ts';
import type { Palette, Rgb } from './palette.ts';
import { PointsLayer } from './points-layer.ts';
import { isIn, type TimeWindow } from './time.ts';
import { TimeOnGpu, type TimeProps } from './time-on-gpu.ts';

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
  /** The time that is meant; null for all of it. */
  readonly time?: TimeWindow | null;
  /** What a search has found, and an axis it lies along. */
  readonly overlay?: Overlay | undefined;
}

const FADED_ALPHA = 110;

/** Layers from the bottom up; a layer whose inputs have not changed costs nothing. */
export function layersOf(scene: Scene): Layer[] {
  const { model, palette, overlay } = scene;
  return [
    ...(scene.grounds.length > 0 ? groundLayers(scene) : []),
    ...(scene.links ? [linkLayer(model, palette)] : []),
    ...(scene.rhumbs.length > 0 ? [rhumbLayer(scene)] : []),
    pointLayer(scene),
    ...(overlay?.rule ? ruleLayers(overlay.rule, palette) : []),
    ...(overlay?.strengths ? [hitsOver(scene, overlay)] : []),
    ringLayer(scene),
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

interface Shore {
  readonly region: number;
  readonly ring: Ring;
}

function groundLayers({ grounds, tints, palette }: Scene): Layer[] {
  const { inner, shores } = shapesOf(grounds);
  const tint = (region: number, alpha: number): [number, number, number, number] => {
    const colour = tints.get(region);
    return colour ? [...colour, alpha] : [0, 0, 0, 0];
  };
  return [
    new SolidPolygonLayer<Ground>({
      id: 'grounds',
      data: inner,
      getPolygon: ({ rings }) => rings as never,
      getFillColor: ({ region, level }) => tint(region, depthOf(palette, level)),
      updateTriggers: { getFillColor: [tints, palette] },
    }),
    new PathLayer<Shore>({
      id: 'shores',
      data: shores,
      getPath: ({ ring }) => ring as never,
      getColor: ({ region }) => tint(region, SHORE[palette.night ? 'night' : 'day']),
      getWidth: 1,
      widthUnits: 'pixels',
      antialiasing: true,
      updateTriggers: { getColor: [tints, palette] },
    }),
  ];
}

interface Shapes {
  readonly inner: Ground[];
  readonly shores: Shore[];
}

/** Cut into triangles once: they are the same whatever their colours. */
function shapesOf(grounds: readonly Ground[]): Shapes {
  const shapes = SHAPES.get(grounds) ?? {
    inner: [...grounds],
    shores: grounds.flatMap(({ rings, level, region }) =>
      level === 0 ? rings.map((ring) => ({ region, ring: [...ring, ring[0]!] })) : [],
    ),
  };
  SHAPES.set(grounds, shapes);
  return shapes;
}

const SHAPES = new WeakMap<readonly Ground[], Shapes>();

function pointLayer({ model, colours, palette, lit, hits, time }: Scene): Layer {
  return new PointsLayer<unknown, TimeProps>({
    id: 'points',
    data: pointsOf(model, time?.at) as never,
    extensions: [TIME],
    parameters: FLAT,
    ...(time && { timeRange: [time.from, time.to] }),
    timeFaded: [...palette.faded, FADED_ALPHA],
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

type Filling = Pick<Scene, 'colours' | 'palette' | 'lit' | 'hits' | 'time'>;

const TIME = new TimeOnGpu();
/** All lie on one plane, in the order of the notes. */
const FLAT = { depthWriteEnabled: false, depthCompare: 'always' } as const;

/** The arrays of a chart as layers take them; the same ones as long as nothing in them changes, so that none is read again. */
function pointsOf(model: ChartModel, times: TimeWindow['at'] | undefined): object {
  const known = POINTS.get(model);
  if (known && known.times === times) return known.data;
  const data = {
    length: model.count,
    attributes: {
      getPosition: { value: model.positions, size: 2 },
      ...(times && { getTime: { value: times, size: 1 } }),
    },
  };
  POINTS.set(model, { times, data });
  return data;
}

const POINTS = new WeakMap<
  ChartModel,
  { readonly times: TimeWindow['at'] | undefined; readonly data: object }
>();

/** Whether a note is meant now; the others are faded. */
export const stands = (i: number, { colours, lit, hits, time }: Omit<Filling, 'palette'>): boolean =>
  lit[colours.of[i]!] !== 0 && (hits === null || hits.has(i)) && (!time || isIn(time, i));

/** Faded notes stay where they are: a chart with holes is another chart. */
export function colourOf(
  i: number,
  { colours, palette, lit, hits, time = null }: Filling,
): [number, number, number, number] {
  const on = stands(i, { colours, lit, hits, time });
  const [r, g, b] = on ? (colours.categories[colours.of[i]!]?.colour ?? palette.none) : palette.faded;
  return [r, g, b, on ? 235 : FADED_ALPHA];
}

/** Pixels: notes with many links are ports of call; where there are many notes, all are smaller. */
export function radiusOf(degree: number, count: number): number {
  const base = count > 20_000 ? 1.3 : count > 4_000 ? 1.7 : count > 400 ? 2.4 : 3.4;
  return base * (1 + Math.min(1.5, Math.sqrt(degree) / 5));
}

/** Rings are points of which only the line is seen: a first picture then has one kind of thing to draw. */
function ringLayer({ model, palette, chosen, hovered, overlay }: Scene): Layer {
  const rings = [hovered, chosen].filter((i, n, all) => i >= 0 && i < model.count && all.indexOf(i) === n);
  const colour = (i: number): Rgb => (i === chosen ? palette.accent : palette.ink);
  return new PointsLayer<number, TimeProps>({
    id: 'rings',
    data: rings,
    extensions: [TIME],
    parameters: FLAT,
    timeFaded: [...palette.faded, FADED_ALPHA],
    getPosition: (i) => at(model, i),
    getRadius: (i) =>
      radiusOf(model.degrees[i]!, model.count) +
      (overlay ? largerBy(overlay, i) : 0) +
      (i === chosen ? 5 : 3.5),
    getFillColor: (i) => [...colour(i), 0],
    getLineColor: (i) => [...colour(i), 255],
    getLineWidth: (i) => (i === chosen ? 2 : 1),
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    stroked: true,
    updateTriggers: {
      getFillColor: [chosen, palette],
      getLineColor: [chosen, palette],
      getLineWidth: [chosen],
      getRadius: [chosen, overlay],
    },
  });
}

function linkLayer(model: ChartModel, palette: Palette): Layer {
  const { links } = model;
  const data = LINKS.get(model) ?? linesOf(model);
  LINKS.set(model, data);
  return new LineLayer({
    id: 'links',
    data: data as never,
    getColor: [...palette.link, links.length > 20_000 ? 26 : 60],
    getWidth: 1,
    widthUnits: 'pixels',
    antialiasing: true,
    updateTriggers: { getColor: [palette] },
  });
}

const LINKS = new WeakMap<ChartModel, object>();

function linesOf({ links, positions }: ChartModel): object {
  const ends = (which: 0 | 1) => {
    const out = new Float32Array(links.length);
    for (let e = 0; e < links.length / 2; e++) {
      out[2 * e] = positions[2 * links[2 * e + which]!]!;
      out[2 * e + 1] = positions[2 * links[2 * e + which]! + 1]!;
    }
    return { value: out, size: 2 };
  };
  return {
    length: links.length / 2,
    attributes: { getSourcePosition: ends(0), getTargetPosition: ends(1) },
  };
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
    antialiasing: true,
    updateTriggers: { getSourcePosition: [chosen, model], getTargetPosition: [model], getColor: [palette] },
  });
}

const at = ({ positions }: ChartModel, i: number): [number, number] => [
  positions[2 * i]!,
  positions[2 * i + 1]!,
];

export const css = ([r, g, b]: Rgb): string => `rgb(${r} ${g} ${b})`;
