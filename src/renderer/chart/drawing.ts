import { Deck, OrthographicView, type OrthographicViewState } from '@deck.gl/core';
import type { Sight } from './labels.ts';
import { layersOf, type Scene } from './layers.ts';
import type { Bounds } from './model.ts';
import { svgOf } from './svg.ts';

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
  readonly onSight: (sight: Sight, standpoint: Standpoint) => void;
}

/** Share of the view that the chart fills when all of it is shown. */
const FILL = 0.88;
/** Pixels that the legend takes, with its margins. */
const LEGEND = 230;
const ZOOM = { min: -2, max: 12 } as const;
/** Milliseconds of a flight over the chart; none where motion is not wanted. */
const FLIGHT = 450;
/** Pixels around a note in which the pointer means it. */
const NEAR = 6;

/** Whether this machine can draw it. */
export function canDraw(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/** The chart on a canvas, by deck.gl. Knows nothing of React. */
export class Drawing {
  readonly #parent: HTMLElement;
  readonly #deck: Deck<OrthographicView>;
  readonly #events: DrawingEvents;
  readonly #sizes: ResizeObserver;
  readonly #still: boolean;
  #state: OrthographicViewState;
  #sans: string;
  #scene: Scene | null = null;

  constructor(parent: HTMLElement, start: Standpoint, events: DrawingEvents) {
    this.#parent = parent;
    this.#events = events;
    this.#still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#sans = getComputedStyle(document.documentElement).getPropertyValue('--sans') || 'sans-serif';
    this.#state = stateAt(start);
    this.#deck = new Deck<OrthographicView>({
      parent: parent as HTMLDivElement,
      width: '100%',
      height: '100%',
      views: new OrthographicView({ id: 'chart', flipY: false }),
      controller: { doubleClickZoom: false, keyboard: false, inertia: this.#still ? false : 200 },
      viewState: this.#state,
      pickingRadius: NEAR,
      getCursor: ({ isDragging, isHovering }) => (isDragging ? 'grabbing' : isHovering ? 'pointer' : 'grab'),
      onViewStateChange: ({ viewState }) => this.#see(viewState as OrthographicViewState),
      onHover: ({ index, x, y, layer }) => events.onHover(layer?.id === 'points' ? index : -1, x, y),
      onClick: ({ index, layer }, event) => {
        const note = layer?.id === 'points' ? index : -1;
        const { tapCount, srcEvent } = event as unknown as { tapCount: number; srcEvent: MouseEvent };
        if (note >= 0 && tapCount > 1) events.onRead(note, srcEvent.ctrlKey || srcEvent.metaKey);
        else events.onChoose(note);
      },
      layers: [],
    });
    this.#sizes = new ResizeObserver(() => this.#tell());
    this.#sizes.observe(parent);
  }

  show(scene: Scene): void {
    this.#scene = scene;
    this.#deck.setProps({ layers: layersOf(scene, this.#sans) });
  }

  /** Where the middle of a note is, in pixels from the top left of the canvas. */
  pixelOf(note: number): readonly [number, number] {
    const [x, y] = [this.#scene!.model.positions[2 * note]!, this.#scene!.model.positions[2 * note + 1]!];
    const { x: cx, y: cy, scale, width, height } = this.sight;
    return [width / 2 + (x - cx) * scale, height / 2 - (y - cy) * scale];
  }

  get sight(): Sight {
    const { x, y, zoom } = this.standpoint;
    const { clientWidth: width, clientHeight: height } = this.#parent;
    return { x, y, scale: 2 ** zoom, width, height };
  }

  get standpoint(): Standpoint {
    const [x = 0, y = 0] = this.#state.target as number[];
    return { x, y, zoom: this.#state.zoom as number };
  }

  /** Flies to where a part of the chart fills the view. */
  fit({ left, right, bottom, top }: Bounds, share = FILL): void {
    const { clientWidth, clientHeight: height } = this.#parent;
    // What stands over the chart on the left hides none of it where there is room beside.
    const aside = clientWidth >= 580 ? LEGEND : 0;
    const scale = Math.min(
      (share * (clientWidth - aside)) / Math.max(0.5, right - left),
      (share * height) / Math.max(0.5, top - bottom),
    );
    const x = (left + right) / 2 - aside / 2 / scale;
    this.goTo({ x, y: (bottom + top) / 2, zoom: Math.log2(Math.max(scale, 0.01)) });
  }

  /** Brings a note into sight, and nearer only where it is far. */
  bringIn(note: number): void {
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

  goTo({ x, y, zoom }: Standpoint): void {
    const to = stateAt({ x, y, zoom: Math.min(ZOOM.max, Math.max(ZOOM.min, zoom)) });
    this.#see(this.#still ? to : { ...to, transitionDuration: FLIGHT });
  }

  /** What is seen now, with its names, as an SVG. */
  svg(): string {
    return svgOf(this.#scene!, this.sight, this.#sans);
  }

  close(): void {
    this.#sizes.disconnect();
    this.#deck.finalize();
  }

  #see(state: OrthographicViewState): void {
    this.#state = state;
    this.#deck.setProps({ viewState: state });
    this.#tell();
  }

  #tell(): void {
    this.#events.onSight(this.sight, this.standpoint);
  }
}

const stateAt = ({ x, y, zoom }: Standpoint): OrthographicViewState => ({
  target: [x, y, 0],
  zoom,
  minZoom: ZOOM.min,
  maxZoom: ZOOM.max,
});
