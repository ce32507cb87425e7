import type { NotePath } from '../../common/ids.ts';
import type { Changes } from '../../contract/changes.ts';
import type { Store } from '../store/types.ts';
import type { IndexListener } from './ports.ts';

/** Milliseconds for which changes are gathered; new vectors alone are no hurry. */
const GATHER = 100;
const GATHER_VECTORS = 1_000;
/** Paths above which nobody wants to hear each. */
const MOST_PATHS = 500;
/** How often a reader looks whether another process has written, in milliseconds. */
const LOOK_EVERY = 1_000;

type Source = Pick<Store, 'notes' | 'readOnly' | 'dataVersion'>;

/**
 * Tells callers of changes of the index: a writer's as it makes them, those of another process by looking at the index
 * now and then, for as long as somebody listens.
 */
export class IndexChanges implements IndexListener {
  readonly #store: Source;
  readonly #lookEvery: number;
  readonly #listeners = new Set<Listening>();
  #version = 0;
  #looking: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(store: Source, lookEvery = LOOK_EVERY) {
    this.#store = store;
    this.#lookEvery = lookEvery;
  }

  /** Changes whenever a note's name may have. */
  get version(): number {
    return this.#store.readOnly ? this.#store.dataVersion() : this.#version;
  }

  noteChanged(noteId: number, was?: NotePath): void {
    this.#version++;
    for (const listening of this.#listeners) listening.changed(noteId, was);
  }

  noteRemoved(_noteId: number, path: NotePath): void {
    this.#version++;
    for (const listening of this.#listeners) listening.removed(path);
  }

  noteTouched(noteId: number): void {
    for (const listening of this.#listeners) listening.changed(noteId, undefined);
  }

  linksChanged(noteIds: readonly number[]): void {
    if (noteIds.length > 0) for (const listening of this.#listeners) listening.links();
  }

  vectorsAdded(hashes: readonly string[]): void {
    if (hashes.length > 0) for (const listening of this.#listeners) listening.vectors();
  }

  idle(): void {}

  /** What is to be known of the engine itself is something else now. */
  noticesChanged(): void {
    for (const listening of this.#listeners) listening.notices();
  }

  /** Every change from now on, until the signal aborts, the caller leaves or the index is closed. */
  listen(signal?: AbortSignal): AsyncGenerator<Changes> {
    const listening = new Listening(
      (id) => this.#store.notes.byId(id)?.path,
      () => this.#leave(listening),
    );
    if (this.#closed || signal?.aborted) listening.end();
    else {
      this.#listeners.add(listening);
      signal?.addEventListener('abort', () => listening.end(), { once: true });
      if (this.#store.readOnly && !this.#looking) this.#look();
    }
    return listening;
  }

  /** Ends everybody's listening. */
  close(): void {
    this.#closed = true;
    for (const listening of [...this.#listeners]) listening.end();
  }

  #leave(listening: Listening): void {
    this.#listeners.delete(listening);
    if (this.#listeners.size > 0) return;
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  #look(): void {
    let version = this.#store.dataVersion();
    let known = this.#versions();
    this.#looking = setInterval(() => {
      try {
        const next = this.#store.dataVersion();
        if (next === version) return;
        version = next;
        const before = known;
        known = this.#versions();
        this.#tellDifference(before, known);
      } catch {
        // An index that cannot be read now: whoever asks it hears why, and the next look may succeed.
      }
    }, this.#lookEvery).unref();
  }

  #versions(): Versions {
    return new Map(this.#store.notes.versions().map(({ id, ...note }) => [id, note]));
  }

  #tellDifference(before: Versions, now: Versions): void {
    let notes = false;
    for (const [id, { path, contentHash }] of now) {
      const was = before.get(id);
      if (was?.path === path && was.contentHash === contentHash) continue;
      notes = true;
      this.noteChanged(id, was && was.path !== path ? was.path : undefined);
    }
    for (const [id, { path }] of before) {
      if (now.has(id)) continue;
      notes = true;
      this.noteRemoved(id, path);
    }
    for (const listening of this.#listeners) {
      if (notes) listening.links();
      listening.vectors();
    }
  }
}

type Versions = ReadonlyMap<number, { readonly path: NotePath; readonly contentHash: string }>;

/** What one caller has not heard yet. It listens from its making on, not from its first question. */
class Listening implements AsyncGenerator<Changes> {
  readonly #pathOf: (id: number) => NotePath | undefined;
  readonly #left: () => void;
  #changed = new Set<number>();
  #removed = new Set<NotePath>();
  #links = false;
  #vectors = false;
  #notices = false;
  #due: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #waiting: ((result: IteratorResult<Changes, undefined>) => void) | null = null;
  #ended = false;

  constructor(pathOf: (id: number) => NotePath | undefined, left: () => void) {
    this.#pathOf = pathOf;
    this.#left = left;
  }

  changed(id: number, was: NotePath | undefined): void {
    if (this.#changed.size <= MOST_PATHS) this.#changed.add(id);
    if (was !== undefined && this.#removed.size <= MOST_PATHS) this.#removed.add(was);
    this.#wake(GATHER);
  }

  removed(path: NotePath): void {
    if (this.#removed.size <= MOST_PATHS) this.#removed.add(path);
    this.#wake(GATHER);
  }

  links(): void {
    this.#links = true;
    this.#wake(GATHER);
  }

  vectors(): void {
    this.#vectors = true;
    this.#wake(GATHER_VECTORS);
  }

  notices(): void {
    this.#notices = true;
    this.#wake(GATHER);
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#left();
    this.#waiting?.({ done: true, value: undefined });
    this.#waiting = null;
  }

  next(): Promise<IteratorResult<Changes, undefined>> {
    return new Promise((resolve) => {
      if (this.#ended) return resolve({ done: true, value: undefined });
      this.#waiting = resolve;
      this.#arm();
    });
  }

  return(): Promise<IteratorResult<Changes, undefined>> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(error: unknown): Promise<IteratorResult<Changes, undefined>> {
    this.end();
    return Promise.reject(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.end();
  }

  #wake(within: number): void {
    const due = performance.now() + within;
    if (this.#due !== null && this.#due <= due) return;
    this.#due = due;
    this.#arm();
  }

  /** Whoever takes long over the last changes gets those since at once, and together. */
  #arm(): void {
    if (!this.#waiting || this.#due === null) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), Math.max(0, this.#due - performance.now()));
  }

  #tell(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.({ done: false, value: this.#take() });
  }

  #take(): Changes {
    const everything = this.#changed.size + this.#removed.size > MOST_PATHS;
    const changed = everything ? [] : [...this.#changed].flatMap((id) => this.#pathOf(id) ?? []);
    const taken = new Set<string>(changed);
    const removed = everything ? [] : [...this.#removed].filter((path) => !taken.has(path));
    const changes = {
      changed,
      removed,
      links: this.#links,
      vectors: this.#vectors,
      everything,
      notices: this.#notices,
    };
    this.#changed = new Set();
    this.#removed = new Set();
    this.#links = false;
    this.#vectors = false;
    this.#notices = false;
    this.#due = null;
    return changes;
  }
}
