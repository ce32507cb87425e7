import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Span } from '../../../common/span.ts';
import type { Changes } from '../../../contract/changes.ts';
import type { Filter } from '../../../contract/filter.ts';
import type { Answer, Mode, Question } from './answer.ts';
import { type Because, type Pane, takes } from './still.ts';

/** What a person set in the panel. */
export interface Choices {
  readonly mode: Mode;
  readonly unlinkedOnly: boolean;
  readonly filter: Filter;
  readonly limit: number;
}

export interface Following extends Choices {
  /** Path of the note that is asked about; stays while `pinned`. */
  readonly path: string | null;
  readonly pinned: boolean;
  readonly shown: Answer | null;
  /** A newer answer that waits to be taken. */
  readonly newer: Answer | null;
  readonly asking: boolean;
  readonly error: unknown;
}

type Ask = (question: Question, signal: AbortSignal) => Promise<Answer>;

export const FIRST = 12;
export const MOST = 50;
/** What is read is asked about once it rests. */
const REST = 250;
/** Between refinements: each costs the engine a question. */
const PACE = 3_000;

const RANK: Readonly<Record<Because, number>> = { asked: 0, followed: 1, saved: 2, refined: 3 };

const UNSEEN = (): Pane => ({ touched: false, reached: 0 });

/** Follows what is read with an answer that stands still; knows nothing of the page. */
export class Follower {
  readonly store: StoreApi<Following>;
  readonly #ask: Ask;
  #reading: { path: string | null; at: Span | null } = { path: null, at: null };
  #pane: () => Pane = UNSEEN;
  #running = false;
  /** What the answer shown or under way is about. */
  #asked: Question | null = null;
  #abort: AbortController | null = null;
  #underWay: Because | null = null;
  #newerBecause: Because = 'refined';
  #rest: ReturnType<typeof setTimeout> | undefined;
  #pace: ReturnType<typeof setTimeout> | undefined;
  #lastRefined = 0;

  constructor(ask: Ask) {
    this.#ask = ask;
    this.store = createStore<Following>(() => ({
      mode: 'notes',
      unlinkedOnly: false,
      filter: {},
      limit: FIRST,
      path: null,
      pinned: false,
      shown: null,
      newer: null,
      asking: false,
      error: null,
    }));
  }

  /** Begins to follow: the panel is in view. The function returned ends it. */
  start(): () => void {
    this.#running = true;
    if (!this.store.getState().shown) this.#asked = null;
    this.#catchUp();
    // What changed meanwhile was not heard.
    if (this.#asked && !this.#underWay) this.#refineSoon();
    return () => {
      this.#running = false;
      this.#stopAsking();
    };
  }

  /** Another vault: nothing of the last one may stay. */
  reset(): void {
    this.#stopAsking();
    this.#asked = null;
    this.store.setState({ path: null, pinned: false, shown: null, newer: null, error: null, filter: {} });
    this.#catchUp();
  }

  /** What is read now. */
  read(path: string | null, at: Span | null): void {
    this.#reading = { path, at };
    this.#catchUp();
  }

  choose(choices: Partial<Choices>): void {
    const limit = choices.limit ?? FIRST;
    this.store.setState({ ...choices, limit });
    if (this.#question()) this.#go('asked');
  }

  pin(pinned: boolean): void {
    this.store.setState({ pinned });
    this.#catchUp();
  }

  /** Pointer or focus left the results: what was held only for their sake may come now. */
  left(): void {
    const { shown, newer } = this.store.getState();
    if (newer && takes(shown, newer, this.#newerBecause, this.#pane())) this.take();
  }

  /** Whoever shows the results can say how they stand; the function returned ends that. */
  watch(pane: () => Pane): () => void {
    this.#pane = pane;
    return () => {
      if (this.#pane === pane) this.#pane = UNSEEN;
    };
  }

  /** Takes the newer answer. */
  take(): void {
    const { newer } = this.store.getState();
    if (newer) this.store.setState({ shown: newer, newer: null });
  }

  retry(): void {
    if (this.#question()) this.#go('asked');
  }

  changed(changes: Changes): void {
    const { path, error } = this.store.getState();
    if (!this.#running || path === null) return;
    const own = changes.everything || changes.changed.includes(path);
    if (own || error !== null) this.#go(error === null ? 'saved' : 'asked');
    else this.#refineSoon();
  }

  /** Asks where what is read is not what was asked about. */
  #catchUp(): void {
    if (!this.#running) return;
    const { pinned, path, mode } = this.store.getState();
    const { path: reading, at } = this.#reading;
    if (!pinned && path !== reading) {
      this.#stopAsking();
      this.#asked = null;
      this.store.setState({ path: reading, shown: null, newer: null, error: null, limit: FIRST });
    }
    const question = this.#question();
    if (!question) return;
    if (!this.#asked) {
      // A passage is asked for when the reader has said which.
      if (mode === 'notes' || at) this.#go('asked');
      else this.#later('asked');
    } else if (mode === 'passages' && !pinned && at && !same(at, this.#asked.at)) this.#later('followed');
  }

  #question(): Question | null {
    const { path, pinned, mode, unlinkedOnly, filter, limit } = this.store.getState();
    if (path === null) return null;
    const at = mode === 'notes' ? null : pinned ? (this.#asked?.at ?? null) : this.#reading.at;
    return { note: path, mode, at, unlinkedOnly, filter, limit };
  }

  #later(because: Because): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#go(because), REST);
  }

  #refineSoon(): void {
    if (this.#pace !== undefined) return;
    const wait = Math.max(0, this.#lastRefined + PACE - Date.now());
    this.#pace = setTimeout(() => {
      this.#pace = undefined;
      // A question under way has most of it already; it is asked again afterwards.
      if (this.#underWay) this.#refineSoon();
      else this.#go('refined');
    }, wait);
  }

  #go(because: Because): void {
    const question = this.#question();
    if (!question || !this.#running) return;
    // The question under way is taken over with its reason: a refinement does not make it less urgent.
    if (this.#underWay && RANK[this.#underWay] < RANK[because]) because = this.#underWay;
    this.#stopAsking();
    this.#underWay = because;
    const abort = new AbortController();
    this.#abort = abort;
    this.#asked = question;
    this.#lastRefined = Date.now();
    const visibly = because === 'asked';
    this.store.setState({ asking: visibly, ...(visibly && { newer: null }) });
    this.#ask(question, abort.signal).then(
      (answer) => !abort.signal.aborted && this.#answered(answer, because),
      (error) => !abort.signal.aborted && this.#failed(error, because),
    );
  }

  #answered(answer: Answer, because: Because): void {
    this.#abort = null;
    this.#underWay = null;
    const { shown } = this.store.getState();
    if (takes(shown, answer, because, this.#pane())) {
      this.store.setState({ shown: answer, newer: null, asking: false, error: null });
    } else {
      this.#newerBecause = because;
      this.store.setState({ newer: answer, asking: false, error: null });
    }
  }

  #failed(error: unknown, because: Because): void {
    this.#abort = null;
    this.#underWay = null;
    // What is read stays right until something better is known.
    if (because !== 'asked' && this.store.getState().shown) this.store.setState({ asking: false });
    else this.store.setState({ shown: null, newer: null, asking: false, error });
  }

  #stopAsking(): void {
    clearTimeout(this.#rest);
    clearTimeout(this.#pace);
    this.#pace = undefined;
    this.#abort?.abort();
    this.#abort = null;
    this.#underWay = null;
    this.store.setState({ asking: false });
  }
}

const same = (a: Span, b: Span | null) => a.start === b?.start && a.end === b?.end;
