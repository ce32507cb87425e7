import { Renderer, type WorkerPort } from '../markdown/renderer.ts';
import type { FromWorker } from '../markdown/serve.ts';
import type { Block, PlainReason, Properties } from '../markdown/types.ts';

/** A note as far as it has been rendered. */
export interface Rendering {
  readonly text: string;
  readonly properties: Properties | null;
  readonly blocks: readonly Block[];
  readonly plain: readonly PlainReason[];
  readonly done: boolean;
}

function spawn(): WorkerPort {
  const worker = new Worker(new URL('../markdown/worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    listen: (listener) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => listener(data);
    },
    end: () => worker.terminate(),
  };
}

let renderer: Renderer | null = null;

function theRenderer(): Renderer {
  renderer ??= new Renderer(spawn);
  return renderer;
}

/** Starts the worker ahead of the first note. */
export const warmRenderer = (): void => theRenderer().warm();

/** A note's rendering as it grows; kept for a while when no one looks, so that going back costs nothing. */
class Growing {
  #now: Rendering;
  readonly #listeners = new Set<() => void>();
  #cancel: (() => void) | null = null;
  readonly #mdx: boolean;
  #frame = 0;

  constructor(text: string, mdx: boolean) {
    this.#mdx = mdx;
    this.#now = { text, properties: null, blocks: [], plain: [], done: false };
  }

  readonly snapshot = (): Rendering => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#go();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  #go(): void {
    if (this.#cancel || this.#now.done) return;
    const { text } = this.#now;
    let blocks: Block[] = [];
    let { properties, plain } = { properties: null as Properties | null, plain: [] as PlainReason[] };
    const show = (done: boolean) => {
      this.#now = { text, properties, blocks, plain, done };
      this.#tellSoon(done);
    };
    this.#cancel = theRenderer().render(text, {
      mdx: this.#mdx,
      onStep: (step) => {
        if (step.is === 'properties') properties = step.properties;
        if (step.is !== 'blocks') return;
        blocks = [...blocks, ...step.blocks];
        if (step.plain && !plain.includes(step.plain)) plain = [...plain, step.plain];
        show(false);
      },
      onDone: () => show(true),
    });
  }

  /** The first screen at once, the rest no oftener than it can be drawn. */
  #tellSoon(done: boolean): void {
    const tell = () => {
      this.#frame = 0;
      for (const listener of this.#listeners) listener();
    };
    if (done || this.#now.blocks.length < 100) {
      cancelAnimationFrame(this.#frame);
      tell();
    } else this.#frame ||= requestAnimationFrame(tell);
  }

  #stop(): void {
    if (this.#now.done) return;
    this.#cancel?.();
    this.#cancel = null;
    this.#now = { ...this.#now, blocks: [], properties: null, plain: [] };
  }
}

const KEPT = 12;
/** Characters of all texts kept. */
const KEPT_LENGTH = 2_000_000;
const kept = new Map<string, Growing>();
const keptMdx = new Map<string, Growing>();

/** Whether a note's components are hidden. */
export const isMdx = (path: string): boolean => /\.mdx$/i.test(path);

/** The rendering of a text, which begins when somebody looks. */
export function growing(text: string, mdx: boolean): Growing {
  const all = mdx ? keptMdx : kept;
  const known = all.get(text) ?? new Growing(text, mdx);
  all.delete(text);
  all.set(text, known);
  let length = 0;
  for (const [i, old] of [...all.keys()].toReversed().entries()) {
    length += old.length;
    if (i > 0 && (i >= KEPT || length > KEPT_LENGTH)) all.delete(old);
  }
  return known;
}
