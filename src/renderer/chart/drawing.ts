import { Deck, OrthographicView, type OrthographicViewState } from '@deck.gl/core';
import { fitted } from './fitting.ts';
import type { Sight } from './labels.ts';
import { layersOf, type Scene } from './layers.ts';
import type { Bounds } from './model.ts';
import { type Moving, moveBetween, startsOf, whileMoving } from './moving.ts';
import { Names } from './names.ts';
import { svgOf } from './svg.ts';
import type { TimeWindow } from './time.ts';

/** Where the chart is seen from, as it is remembered: the point in the middle, and log2 of pixels per unit. */
export interface Standpoint {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface DrawingEvents {
  readonly onHover: (note: number, x: number, y: number) => void;
  readonly onChoose: (note: number) => void;
  readonly onRead: (note: number, newTab: boolean) => void;
  /** `standpoint`: null while the whole chart is shown, in whatever room there is. */
  readonly onSight: (sight: Sight, standpoint: Standpoint | null) => void;
}

/** Share by which a chart has to grow or shrink until a view of all of it is taken anew. */
const MUCH = 0.04;
const ZOOM = { min: -2, max: 12 } as const;
/** Milliseconds of a flight over the chart; none where motion is not wanted. */
const FLIGHT = 450;
/** Pixels around a note in which the pointer means it. */
const NEAR = 6;

/**
 * Points and lines soften their own edges, and nobody reads the picture back: four samples of every pixel, and a copy of
 * every frame, would be for nothing. A processor that draws needs half of the time without them.
 */
const PLAIN = { antialias: false, preserveDrawingBuffer: false };

/** Whether this machine can draw it. */
export function canDraw(): boolean {
  able ??= tried();
  return able;
}

let able: boolean | null = null;

function tried(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    // Browsers keep a few of them at most.
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/** The chart on a canvas, by deck.gl. Knows nothing of React. */
export class Drawing {
  readonly #deck: Deck<OrthographicView>;
  readonly #events: DrawingEvents;
  readonly #sizes: ResizeObserver;
  readonly #still: boolean;
  #state: OrthographicViewState;
  #sans: string;
  readonly #names: Names;
  #room: { readonly width: number; readonly height: number };
  #scene: Scene | null = null;
  /** The scene as it is on the screen: on the way to another one, it may be none that was asked for. */
  #drawn: Scene | null = null;
  readonly #first = Promise.withResolvers<void>();
  #time: TimeWindow | null = null;
  #moving: Moving | null = null;
  /** What the view is to hold as a whole, until somebody looks elsewhere. */
  #whole: Bounds | null = null;

  /** @param start where it is seen from, or all of what is to be seen */
  constructor(parent: HTMLElement, start: Standpoint | Bounds, events: DrawingEvents) {
    this.#events = events;
    this.#still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#sans = getComputedStyle(document.documentElement).getPropertyValue('--sans') || 'sans-serif';
    this.#room = roomOf(parent);
    this.#whole = 'left' in start ? start : null;
    this.#state = stateAt('left' in start ? this.#around(start) : start);
    this.#deck = new Deck<OrthographicView>({
      parent: parent as HTMLDivElement,
      deviceProps: { type: 'webgl', webgl: PLAIN },
      width: '100%',
      height: '100%',
      views: new OrthographicView({ id: 'chart', flipY: false }),
      controller: { doubleClickZoom: false, keyboard: false, inertia: this.#still ? false : 200 },
      viewState: this.#state,
      pickingRadius: NEAR,
      getCursor: ({ isDragging, isHovering }) => (isDragging ? 'grabbing' : isHovering ? 'pointer' : 'grab'),
      onViewStateChange: ({ viewState, interactionState: { isDragging, isPanning, isZooming } }) => {
        if (isDragging || isPanning || isZooming) this.#whole = null;
        this.#see(viewState as OrthographicViewState);
      },
      onHover: ({ index, x, y, layer }) => events.onHover(layer?.id === 'points' ? index : -1, x, y),
      onClick: ({ index, layer }, event) => {
        const note = layer?.id === 'points' ? index : -1;
        const { tapCount, srcEvent } = event as unknown as { tapCount: number; srcEvent: MouseEvent };
        if (note >= 0 && tapCount > 1) events.onRead(note, srcEvent.ctrlKey || srcEvent.metaKey);
        else events.onChoose(note);
      },
      layers: [],
      onAfterRender: () => {
        this.#name();
        // Measurements and journeys see by it that there is a picture.
        if (!this.#drawn) return;
        parent.dataset.drawn = String(this.#drawn.model.count);
        this.#first.resolve();
      },
    });
    this.#names = new Names(parent, this.#sans);
    this.#sizes = new ResizeObserver(() => {
      this.#room = roomOf(parent);
      if (this.#whole) this.#see(stateAt(this.#around(this.#whole)));
      else this.#tell();
    });
    this.#sizes.observe(parent);
  }

  /** Resolves when there is a picture of the notes. */
  get pictured(): Promise<void> {
    return this.#first.promise;
  }

  show(scene: Scene): void {
    const before = this.#scene?.model;
    this.#scene = scene;
    // Only now it is known how much room the legend takes.
    if (!before && this.#whole) this.#see(stateAt(this.#around(this.#whole)));
    const from = before && !this.#still ? startsOf(before, scene.model) : null;
    if (from) {
      this.#moving?.stop();
      this.#moving = moveBetween(from, scene.model.positions, (positions) => {
        if (!positions) this.#moving = null;
        const on = { ...this.#scene!, ...(positions && whileMoving(this.#scene!, positions)) };
        this.#draw(on);
      });
    }
    if (this.#moving) return;
    this.#draw(scene);
  }

  /** Fades all notes but those of a time; null for none. Cheap enough for every frame. */
  showTime(time: TimeWindow | null): void {
    this.#time = time;
    if (this.#drawn) this.#draw(this.#drawn);
  }

  #draw(scene: Scene): void {
    this.#drawn = scene;
    this.#deck.setProps({ layers: layersOf({ ...scene, time: this.#time }) });
    this.#name();
  }

  #name(): void {
    if (this.#drawn) this.#names.draw(this.#drawn.labels, this.sight, this.#drawn.palette);
  }

  /** Where the middle of a note is, in pixels from the top left of the canvas. */
  pixelOf(note: number): readonly [number, number] {
    const [x, y] = [this.#scene!.model.positions[2 * note]!, this.#scene!.model.positions[2 * note + 1]!];
    const { x: cx, y: cy, scale, width, height } = this.sight;
    return [width / 2 + (x - cx) * scale, height / 2 - (y - cy) * scale];
  }

  get sight(): Sight {
    const { x, y, zoom } = this.standpoint;
    return { x, y, scale: 2 ** zoom, ...this.#room };
  }

  get standpoint(): Standpoint {
    const [x = 0, y = 0] = this.#state.target as number[];
    return { x, y, zoom: this.#state.zoom as number };
  }

  /** Flies to where a part of the chart fills the view. */
  fit(part: Bounds): void {
    this.goTo(this.#around(part));
  }

  /** Flies to where all of the chart is seen; it stays all in sight when there is more room, or less. */
  fitAll(whole: Bounds): void {
    this.goTo(this.#around(whole));
    this.#whole = whole;
    this.#tell();
  }

  /** The chart has other bounds than before: a view of all of it follows. */
  grown(whole: Bounds): void {
    if (this.#whole && differ(this.#whole, whole)) this.fitAll(whole);
  }

  /** Where a part of the chart fills what nothing stands over. */
  #around(part: Bounds): Standpoint {
    const { x, y, scale } = fitted(part, this.#room, this.#scene?.colours.categories.length ?? 0);
    return inReach({ x, y, zoom: Math.log2(scale) });
  }

  /** Brings a note into sight, and nearer only where it is far. */
  bringIn(note: number): void {
    if (this.#whole) return;
    const [px, py] = this.pixelOf(note);
    const { width, height } = this.sight;
    const edge = 48;
    if (px > edge && py > edge && px < width - edge && py < height - edge) return;
    const { positions } = this.#scene!.model;
    this.goTo({ ...this.standpoint, x: positions[2 * note]!, y: positions[2 * note + 1]! });
  }

  zoomBy(steps: number): void {
    this.goTo({ ...this.standpoint, zoom: this.standpoint.zoom + steps });
  }

  /** `at once`: without a flight, under a hand that draws. */
  goTo(standpoint: Standpoint, how: 'flying' | 'at once' = 'flying'): void {
    this.#whole = null;
    const to = stateAt(inReach(standpoint));
    this.#see(this.#still || how === 'at once' ? to : { ...to, transitionDuration: FLIGHT });
  }

  /** What is seen now, with its names, as an SVG. */
  svg(): string {
    return svgOf({ ...this.#scene!, time: this.#time }, this.sight, this.#sans);
  }

  close(): void {
    this.#moving?.stop();
    this.#sizes.disconnect();
    this.#deck.finalize();
    this.#names.close();
  }

  #see(state: OrthographicViewState): void {
    this.#state = state;
    this.#deck.setProps({ viewState: state });
    this.#tell();
  }

  #tell(): void {
    this.#events.onSight(this.sight, this.#whole ? null : this.standpoint);
  }
}

const roomOf = ({ clientWidth: width, clientHeight: height }: HTMLElement) => ({ width, height });

const inReach = ({ x, y, zoom }: Standpoint): Standpoint => ({
  x,
  y,
  zoom: Math.min(ZOOM.max, Math.max(ZOOM.min, zoom)),
});

const differ = (a: Bounds, b: Bounds): boolean => {
  const much = MUCH * Math.max(a.right - a.left, a.top - a.bottom);
  return (['left', 'right', 'bottom', 'top'] as const).some((side) => Math.abs(a[side] - b[side]) > much);
};

const stateAt = ({ x, y, zoom }: Standpoint): OrthographicViewState => ({
  target: [x, y, 0],
  zoom,
  minZoom: ZOOM.min,
  maxZoom: ZOOM.max,
});
