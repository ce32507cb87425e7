import { throwIfCancelled } from '../../common/cancel.ts';
import { encodePlaces } from '../../common/chart-places.ts';
import { PortolanError } from '../../common/errors.ts';
import { Watched } from '../../common/watched.ts';
import type { ChartState } from '../../contract/chart.ts';
import type { Corpus } from '../search/corpus.ts';
import type { PlaceRow, RegionRow, Store } from '../store/types.ts';
import type { ReadBack } from './regions/names.ts';
import { namesOf } from './regions/names.ts';
import { NAMING, notesOf, Tongues } from './regions/tongues.ts';
import { fittedIn, surveyed } from './survey.ts';

/** Milliseconds for which changed notes are gathered before they are given places. */
const GATHER = 300;
/** Share of all notes that may be new before the others make room for them, and before all is laid out anew. */
const REFINE_AT = 0.1;
const ANEW_AT = 0.5;
/** Coverage below which a chart is a first sketch, redone by itself when the model has read nearly everything. */
const SKETCH = 0.9;
const WHOLE = 0.98;

/** What is kept beside the places: how old the layout is. */
interface Made {
  readonly coverage: number;
  /** Notes that came or changed since all was laid out, and since the others made room. */
  readonly since: number;
  readonly unrefined: number;
  /** Notes that lie where their words put them: the model had not read all of them. */
  readonly waiting?: readonly number[];
  /** By which rules its regions were named. */
  readonly naming?: number;
}

const KEPT = 'chart';

/** How somebody listens to the chart. */
interface Listening {
  readonly language?: string | undefined;
  readonly asKept?: boolean | undefined;
}

export interface AtlasParts {
  readonly store: Pick<Store, 'chart' | 'meta' | 'readOnly' | 'together' | 'notes' | 'links'>;
  readonly corpus: () => Promise<Corpus>;
  /** What finds words for what notes mean; null where there is no model. */
  readonly readBack?: () => Promise<ReadBack | null>;
}

/**
 * The chart of a vault: made when it is first asked for, kept in the store, and brought up to date while notes come, go
 * and change. New notes are put among the others, which stay where they are.
 */
export class Atlas {
  readonly #parts: AtlasParts;
  readonly #state = new Watched<ChartState>(NOTHING);
  readonly #changed = new Set<number>();
  #idle = false;
  /** Somebody has looked at it: it follows the vault from now on. */
  #asked = false;
  readonly #tongues: Tongues;
  #places: PlaceRow[] | null = null;
  #regions: RegionRow[] = [];
  #made: Made = { coverage: 0, since: 0, unrefined: 0 };
  #work: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  readonly #closing = new AbortController();

  constructor(parts: AtlasParts) {
    this.#parts = parts;
    this.#tongues = new Tongues(parts.store, parts.readBack ?? (async () => null));
  }

  /**
   * The chart now and at every change, until the signal aborts; regions are called as they are in `language`. `asKept`: for
   * somebody who may look at it later; nothing is worked out for them.
   */
  listen(signal?: AbortSignal, { language, asKept = false }: Listening = {}): AsyncGenerator<ChartState> {
    this.#load();
    if (language) this.#tongues.want(language);
    if (!asKept) {
      this.#asked = true;
      this.#update();
    }
    const states = this.#state.listen(
      signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal,
    );
    return language ? this.#tongues.told(states, language) : states;
  }

  /** All places and links, packed. From the store alone: nobody waits for what compares notes. */
  packed(): Uint8Array<ArrayBuffer> {
    this.#load();
    const { notes, links } = this.#parts.store;
    const pathOf = new Map(notes.versions().map(({ id, path }) => [id, path]));
    const rows = this.#places!.filter(({ noteId }) => pathOf.has(noteId));
    const indexOf = new Map(rows.map((row, i) => [row.noteId, i]));
    const pairs = new Set<number>();
    for (const { fromId, toId } of links.pairs()) {
      const [a, b] = [indexOf.get(fromId), indexOf.get(toId)];
      if (a !== undefined && b !== undefined) pairs.add(Math.min(a, b) * rows.length + Math.max(a, b));
    }
    return encodePlaces({
      paths: rows.map(({ noteId }) => pathOf.get(noteId)!),
      positions: Float32Array.from(rows.flatMap(({ x, y }) => [x, y])),
      regions: Int32Array.from(rows, ({ region }) => region ?? -1),
      parts: Int32Array.from(rows, ({ part }) => part ?? -1),
      links: Uint32Array.from(
        [...pairs].flatMap((pair) => [Math.floor(pair / rows.length), pair % rows.length]),
      ),
    });
  }

  /** Lays all out anew, turned to lie as before. Rejects with CANCELLED when the signal aborts: the chart stays. */
  layOut(signal?: AbortSignal): Promise<void> {
    this.#asked = true;
    return this.#after(async (corpus) => {
      await this.#survey(corpus, 'anew', signal);
      await this.#name(corpus);
    });
  }

  changeRegion(id: number, change: Partial<Pick<RegionRow, 'name' | 'colour' | 'hidden'>>): void {
    if (this.#parts.store.readOnly) throw new PortolanError('INDEX_IN_USE');
    if (!this.#parts.store.chart.changeRegion(id, change))
      throw new PortolanError('REGION_NOT_FOUND', { id });
    this.#regions = this.#parts.store.chart.regions();
    this.#tell();
  }

  /** A note is new, has changed or is gone. Only a chart that somebody has asked for follows at once. */
  noteChanged(noteId: number): void {
    this.#changed.add(noteId);
    if (this.#asked) this.#soon();
  }

  /** The model has read more. A sketch is redone as a whole when it has read everything. */
  vectorsAdded(): void {
    if (!this.#asked || !this.#made.waiting?.length || this.#made.coverage < SKETCH) return;
    this.#timer ??= setTimeout(() => this.#update(), GATHER);
  }

  /** The model has read everything there is. */
  idle(): void {
    if (!this.#asked) return;
    this.#idle = this.#made.coverage >= SKETCH && !!this.#made.waiting?.length;
    if (this.#idle || this.#made.coverage < SKETCH) this.#soon();
  }

  /** Nothing is written from now on. What is being worked out is given up without waiting for it. */
  close(): void {
    clearTimeout(this.#timer);
    this.#closing.abort();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#update(), GATHER);
  }

  #update(): void {
    this.#timer = undefined;
    this.#after(async (corpus) => {
      await this.#follow(corpus);
      await this.#name(corpus);
    }).catch(() => {}); // the next change, or question, tries again
  }

  /** One thing after the other; each sees what the one before has done. */
  #after(work: (corpus: Corpus) => Promise<void>): Promise<void> {
    const { signal } = this.#closing;
    const next = this.#work.then(async () => {
      throwIfCancelled(signal);
      const corpus = await this.#parts.corpus();
      throwIfCancelled(signal);
      await corpus.settled();
      throwIfCancelled(signal);
      this.#load();
      await work(corpus);
    });
    this.#work = next.catch(() => {});
    return next;
  }

  #load(): void {
    if (this.#places) return;
    const { chart, meta } = this.#parts.store;
    this.#places = chart.places();
    this.#regions = chart.regions();
    const kept = meta.get(KEPT);
    if (kept !== undefined) this.#made = JSON.parse(kept) as Made;
    if (this.#places.length > 0) this.#tell(1);
  }

  async #follow(corpus: Corpus): Promise<void> {
    const changed = new Set([...this.#changed].filter((id) => corpus.notes.slotOf(id) !== undefined));
    const before = this.#places!.length;
    const places = this.#places!.filter(({ noteId }) => corpus.notes.slotOf(noteId) !== undefined);
    const known = new Set(places.map(({ noteId }) => noteId));
    const fresh = corpus.notes.ids().filter((id) => !known.has(id));
    const { count } = corpus.notes;
    const sketch = this.#made.coverage < SKETCH && corpus.coverage >= WHOLE;
    this.#places = places;
    if (count === 0 && before === 0) return this.#tell(1);
    if (known.size === 0 || fresh.length > ANEW_AT * count || sketch) return this.#survey(corpus, 'anew');
    if (this.#made.unrefined + fresh.length > REFINE_AT * count) return this.#survey(corpus, 'refine');
    for (const id of fresh) changed.add(id);
    this.#changed.clear();
    const read = this.#read(corpus);
    if (changed.size + read.size > 0) this.#fitIn(corpus, changed, read, fresh.length);
    if (changed.size + read.size > 0 || places.length !== before) this.#tell(1);
  }

  /** Regions that were named by other rules are named anew, and all of them in the languages in which they are looked at. */
  async #name(corpus: Corpus): Promise<void> {
    const { signal } = this.#closing;
    const places = this.#places!;
    const { chart, readOnly } = this.#parts.store;
    if (this.#made.naming !== NAMING && this.#regions.length > 0) {
      const names = await namesOf(corpus, notesOf(corpus, this.#regions, places), signal);
      throwIfCancelled(signal);
      const rows = this.#regions.map((row) => ({ ...row, words: names.get(row.id) ?? row.words }));
      this.#made = { ...this.#made, naming: NAMING };
      this.#keep(() => chart.save([], rows));
      this.#regions = readOnly ? rows : chart.regions();
      this.#tell();
    }
    if (await this.#tongues.bring(corpus, this.#regions, places, signal)) this.#tell();
  }

  /** Notes that were put down by their words, and that the model has read since: all of them once it is idle. */
  #read(corpus: Corpus): Set<number> {
    const waiting = (this.#made.waiting ?? []).filter((id) => corpus.notes.slotOf(id) !== undefined);
    const read = new Set(waiting.filter((id) => this.#idle || !corpus.waits(id)));
    this.#idle = false;
    return read;
  }

  /** @param read notes whose places are found anew, now that the model has read them */
  #fitIn(corpus: Corpus, changed: ReadonlySet<number>, read: ReadonlySet<number>, fresh: number): void {
    const rows = fittedIn(corpus, this.#places!, changed.union(read), read);
    const byId = new Map(this.#places!.map((row) => [row.noteId, row]));
    for (const row of rows) byId.set(row.noteId, row);
    this.#places = [...byId.values()];
    const { since, unrefined, waiting = [] } = this.#made;
    this.#made = {
      ...this.#made,
      since: since + changed.size,
      unrefined: unrefined + fresh,
      waiting: [
        ...waiting.filter((id) => !changed.has(id) && !read.has(id)),
        ...[...changed].filter((id) => corpus.waits(id)),
      ],
    };
    this.#keep(() => this.#parts.store.chart.savePlaces(rows));
  }

  async #survey(corpus: Corpus, mode: 'refine' | 'anew', signal?: AbortSignal): Promise<void> {
    const before = this.#places!;
    const { chart } = this.#parts.store;
    this.#changed.clear();
    try {
      const { places, regions } = await surveyed(corpus, before, chart.nextRegion(), mode, {
        signal: signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal,
        onWork: (on, share) => this.#state.set({ ...this.#state.value, working: { on, share } }),
      });
      this.#places = places;
      const { coverage } = corpus;
      // Those that were fitted in are counted already; what is new beside them came with this survey.
      const since = mode === 'anew' ? 0 : this.#made.since + Math.max(0, places.length - before.length);
      this.#made = {
        coverage: mode === 'anew' ? coverage : this.#made.coverage,
        since,
        unrefined: 0,
        naming: NAMING,
        waiting: places.map(({ noteId }) => noteId).filter((id) => corpus.waits(id)),
      };
      if (this.#parts.store.readOnly) this.#regions = regions.map((row) => ({ ...row, ...UNSAID }));
      this.#keep(() => chart.save(places, regions));
      if (!this.#parts.store.readOnly) this.#regions = chart.regions();
      this.#tell(1);
    } finally {
      if (this.#state.value.working) this.#state.set({ ...this.#state.value, working: null });
    }
  }

  /** A process that only reads has a chart of its own, until it ends. */
  #keep(write: () => void): void {
    const { store } = this.#parts;
    if (store.readOnly) return;
    store.together(() => {
      write();
      store.meta.set(KEPT, JSON.stringify(this.#made));
    });
  }

  #tell(changed = 0): void {
    const places = this.#places ?? [];
    const counts = new Map<number, number>();
    for (const { region, part } of places)
      for (const id of [region, part]) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
    this.#state.set({
      version: this.#state.value.version + changed,
      notes: places.length,
      regions: this.#regions.map((row) => ({
        ...row,
        words: [...row.words],
        notes: counts.get(row.id) ?? 0,
      })),
      working: null,
      drift: places.length ? Math.min(1, this.#made.since / places.length) : 0,
      coverage: this.#made.coverage,
    });
  }
}

const UNSAID = { name: null, colour: null, hidden: false } as const;
const NOTHING: ChartState = { version: 0, notes: 0, regions: [], working: null, drift: 0, coverage: 0 };
