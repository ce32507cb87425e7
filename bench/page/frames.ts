/** Within the page: our drawing and a rival's of the same points, moved over the same ways, frame by frame. */
import createScatterplot from 'regl-scatterplot';
import { coloursOf } from '../../src/renderer/chart/colouring.ts';
import { Drawing, type Standpoint } from '../../src/renderer/chart/drawing.ts';
import { type Label, labelsFor } from '../../src/renderer/chart/labels.ts';
import { radiusOf, type Scene } from '../../src/renderer/chart/layers.ts';
import type { ChartModel } from '../../src/renderer/chart/model.ts';
import { LIGHT } from '../../src/renderer/chart/palette.ts';
import { madeChart } from './made-chart.ts';

/** Something that shows the chart from a standpoint. */
interface Drawn {
  readonly element: HTMLElement;
  at(standpoint: Standpoint): void;
  close(): void;
}

export type Motion = 'pan' | 'zoom';

const drawn = new Map<string, Drawn>();
let start: Standpoint = { x: 0, y: 0, zoom: 0 };

function place(): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = 'position: fixed; inset: 0; visibility: hidden';
  document.body.append(element);
  return element;
}

/** As the app has it: names are placed anew for every view, in the frame after it. */
function ours(model: ChartModel, names: boolean): Drawn {
  const element = place();
  const colours = coloursOf(model, 'region', LIGHT, 0);
  let labels: readonly Label[] = [];
  let kept: ReadonlySet<string> = new Set();
  const scene = (): Scene => ({
    model,
    colours,
    palette: LIGHT,
    lit: new Uint8Array(colours.categories.length).fill(1),
    hits: null,
    chosen: -1,
    hovered: -1,
    rhumbs: [],
    links: false,
    grounds: [],
    tints: new Map(),
    labels,
  });
  const once = scene();
  let pending = false;
  const drawing = new Drawing(element, start, {
    onHover: () => {},
    onChoose: () => {},
    onRead: () => {},
    onSight(sight) {
      if (!names || pending) return;
      pending = true;
      requestAnimationFrame(() => {
        pending = false;
        labels = labelsFor(model, sight, ({ words }) => words.join(' · '), kept);
        kept = new Set(labels.map(({ text }) => text));
        drawing.show({ ...once, labels });
      });
    },
  });
  drawing.show(once);
  return { element, at: (standpoint) => drawing.goTo(standpoint), close: () => drawing.close() };
}

/** The same places, colours and sizes; its points keep their size at every zoom, as ours do. */
async function rival(model: ChartModel): Promise<Drawn> {
  const element = place();
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'width: 100%; height: 100%';
  element.append(canvas);
  const { width, height } = element.getBoundingClientRect();
  const colours = coloursOf(model, 'region', LIGHT, 0);
  const hex = (rgb: readonly number[]) => `#${rgb.map((n) => n.toString(16).padStart(2, '0')).join('')}`;
  const radii = Array.from(model.degrees, (degree) => radiusOf(degree, model.count));
  const sizes = [...new Set(radii.map((r) => Math.round(8 * r)))].sort((a, b) => a - b);
  const plot = createScatterplot({
    canvas,
    width,
    height,
    aspectRatio: 1,
    backgroundColor: hex(LIGHT.paper),
    colorBy: 'valueA',
    pointColor: colours.categories.map(({ colour }) => hex(colour)),
    sizeBy: 'valueB',
    pointSize: sizes.map((eighths) => eighths / 4),
    opacity: 0.92,
    pointScaleMode: 'constant',
  });
  const { left, right, bottom, top } = model.bounds;
  const half = Math.max(right - left, top - bottom) / 2;
  const [cx, cy] = [(left + right) / 2, (bottom + top) / 2];
  await plot.draw({
    x: Array.from(colours.of, (_, i) => (model.positions[2 * i]! - cx) / half),
    y: Array.from(colours.of, (_, i) => (model.positions[2 * i + 1]! - cy) / half),
    valueA: Array.from(colours.of),
    valueB: radii.map((r) => sizes.indexOf(Math.round(8 * r))),
    zDataType: 'categorical',
    wDataType: 'categorical',
  } as never);
  return {
    element,
    at: ({ x, y, zoom }) =>
      void plot.zoomToLocation([(x - cx) / half, (y - cy) / half], height / 2 / (2 ** zoom * half)),
    close: () => plot.destroy(),
  };
}

async function make(count: number, who: readonly string[]): Promise<void> {
  for (const one of drawn.values()) one.close();
  drawn.clear();
  document.body.replaceChildren();
  const model = madeChart(count);
  const { left, right, bottom, top } = model.bounds;
  start = {
    x: (left + right) / 2,
    y: (bottom + top) / 2,
    zoom: Math.log2(Math.min((0.9 * innerWidth) / (right - left), (0.9 * innerHeight) / (top - bottom))),
  };
  for (const name of who)
    drawn.set(name, name === 'rival' ? await rival(model) : ours(model, name === 'named'));
}

/** Frames over one way, each shown in full before the next is asked for; milliseconds from one to the next. */
async function run(who: string, motion: Motion, frames: number): Promise<number[]> {
  for (const [name, { element }] of drawn) element.style.visibility = name === who ? 'visible' : 'hidden';
  const it = drawn.get(who)!;
  const times: number[] = [];
  let last = 0;
  for (let i = -SETTLE; i < frames; i++) {
    it.at(on(motion, i / frames));
    const now = await new Promise<number>((done) => requestAnimationFrame(() => done(performance.now())));
    if (i >= 0) times.push(now - last);
    last = now;
  }
  return times;
}

/** Frames that are not counted: shaders are made at the first, and what is hidden goes away. */
const SETTLE = 4;

/** Panning goes in circles at twice the size, zooming nearer by sixteen and back. */
function on(motion: Motion, share: number): Standpoint {
  const angle = 2 * Math.PI * share;
  const { x, y, zoom } = start;
  const reach = innerWidth / 8 / 2 ** zoom;
  if (motion === 'pan')
    return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle), zoom: zoom + 1 };
  return { x, y, zoom: zoom + 2 * (1 - Math.cos(angle)) };
}

Object.assign(globalThis, { frames: { make, run } });
