import { createStore, type StoreApi } from 'zustand/vanilla';
import { hasCode } from '../../../common/errors.ts';
import type { EngineClient } from '../../../contract/client.ts';
import type { Found } from './found.ts';
import { asRows, merged } from './merge.ts';
import { type Asked, isAsking, type Mistake, mayGoOn, mistakeIn, type Way, wayOf } from './questions.ts';
import { refreshed } from './refreshed.ts';

export type { Found } from './found.ts';

export interface Seeking extends Asked {
  readonly found: Found | null;
  /** A newer answer than the one that is shown: the vault has changed since. */
  readonly newer: Found | null;
  readonly mistake: Mistake | null;
  readonly error: unknown;
  /** What is being looked for now. */
  readonly pending: 'words' | 'meaning' | null;
  readonly limit: number;
}

type Engine = Pick<EngineClient, 'search' | 'algebra' | 'axis'>;

export const FIRST = 20;
export const MOST = 100;
/** After the last key: then the meaning is asked for, which costs the model a run. */
const REST = 200;

/** After the last key: what is not finished by then is likely to be meant so. */
const LATE = 1_000;

/** After a change of the vault: a save in an editor comes as several, and indexing as thousands. */
const CALM = 600;
const AT_MOST_EVERY = 4_000;

/** Answers while a person types: words at once, meaning in place once the keys rest. Knows nothing of the page. */
export class Seeker {
  readonly store: StoreApi<Seeking>;
  readonly #engine: Engine;
  #abort: AbortController | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;
  #touched = false;
  #calm: ReturnType<typeof setTimeout> | undefined;
  #refreshing: AbortController | null = null;
  #refreshedAt = Number.NEGATIVE_INFINITY;
  /** Whether the question that is answered was still being typed. */
  #typing = false;
  readonly #underWay = new Set<'words' | 'meaning'>();

  constructor(engine: Engine) {
    this.#engine = engine;
    this.store = createStore<Seeking>(() => ({
      way: 'search',
      text: '',
      to: '',
      found: null,
      newer: null,
      mistake: null,
      error: null,
      pending: null,
      limit: FIRST,
    }));
  }

  /** Another vault: the question and its answer were the last one's. */
  reset(): void {
    this.stop();
    this.store.setState({
      text: '',
      to: '',
      found: null,
      newer: null,
      mistake: null,
      error: null,
      limit: FIRST,
    });
  }

  /** The pointer or the focus is in the results. */
  touch(touched: boolean): void {
    this.#touched = touched;
  }

  type(text: string): void {
    if (text !== this.store.getState().text) this.#change({ text });
  }

  typeTo(to: string): void {
    if (to !== this.store.getState().to) this.#change({ to });
  }

  choose(way: Way): void {
    if (way !== this.store.getState().way) this.#change({ way });
  }

  /** Enter: the question is finished; its answer comes in its true order. */
  submit(): void {
    this.#ask(false);
  }

  more(): void {
    this.store.setState({ limit: MOST });
    this.#ask(false);
  }

  /**
   * The index changed. What failed is asked again; what was answered is asked again in calm, and the newer answer shown
   * in place where nothing moves by it, else offered.
   */
  changed(): void {
    const { error, found } = this.store.getState();
    if (error !== null) this.#ask(false);
    else if (found) this.#refreshSoon();
  }

  #refreshSoon(): void {
    if (this.#calm !== undefined) return;
    const since = performance.now() - this.#refreshedAt;
    this.#calm = setTimeout(() => void this.#refresh(), Math.max(CALM, AT_MOST_EVERY - since));
  }

  /** Shows the newer answer. */
  take(): void {
    const { newer } = this.store.getState();
    if (newer) this.store.setState({ found: newer, newer: null });
  }

  stop(): void {
    clearTimeout(this.#rest);
    clearTimeout(this.#late);
    clearTimeout(this.#calm);
    this.#calm = undefined;
    this.#refreshing?.abort();
    this.#abort?.abort();
    this.#abort = null;
    this.#underWay.clear();
    this.store.setState({ pending: null });
  }

  #change(change: Partial<Asked>): void {
    this.store.setState({ ...change, limit: FIRST });
    this.#ask(true);
  }

  #ask(typing: boolean): void {
    this.stop();
    const asked = this.store.getState();
    this.#typing = typing;
    const way = wayOf(asked);
    const mistake = mistakeIn(asked, typing);
    const quiet = typing && mistake !== null && mayGoOn(mistake);
    const asking = isAsking(asked);
    this.store.setState({
      mistake: quiet ? null : mistake,
      newer: null,
      ...((!asking || asked.found?.way !== way) && { found: null }),
      ...(!asking && { error: null }),
    });
    // What is not finished may be about to be: that it is not is said when the keys rest.
    if (typing && (quiet || !mistake))
      this.#late = setTimeout(() => this.store.setState({ mistake: mistakeIn(asked, false) }), LATE);
    if (mistake || !asking) return;
    const abort = new AbortController();
    this.#abort = abort;
    const { signal } = abort;
    if (way === 'search' && typing) {
      void this.#search(asked, { typing, meaning: false, signal });
      this.#rest = setTimeout(() => this.#search(asked, { typing, meaning: true, signal }), REST);
    } else if (way === 'search') void this.#search(asked, { typing, meaning: true, signal });
    else if (typing) this.#rest = setTimeout(() => this.#calculate(way, asked, signal), REST);
    else void this.#calculate(way, asked, signal);
  }

  async #search(
    { text, limit }: Seeking,
    { typing, meaning, signal }: { typing: boolean; meaning: boolean; signal: AbortSignal },
  ): Promise<void> {
    // Filters alone have no meaning to be looked for.
    const { found: now } = this.store.getState();
    if (meaning && typing && now?.way === 'search' && now.result.listed && now.text === text) return;
    await this.#settle(meaning ? 'meaning' : 'words', signal, async () => {
      const result = await this.#engine.search({ query: text, limit, meaning, prefix: typing }, { signal });
      return () => {
        const { found } = this.store.getState();
        // Words that come after the meaning of the same question say nothing new.
        if (!meaning && found?.way === 'search' && found.meaning && found.text === text) return found;
        const inPlace = meaning && typing && found?.way === 'search' && found.text === text;
        const rows = inPlace ? merged(found.rows, result.hits, this.#touched) : asRows(result.hits);
        return { way: 'search', text, result, rows, meaning };
      };
    });
  }

  async #calculate(
    way: 'algebra' | 'axis',
    { text, to, limit }: Seeking,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#settle('meaning', signal, async () => {
      if (way === 'algebra') {
        const result = await this.#engine.algebra({ expression: text, limit }, { signal });
        return () => ({ way, result });
      }
      const asked = { from: text, to };
      const result = await this.#engine.axis({ ...asked, limit: limit * 2 }, { signal });
      return () => ({ way, asked, result });
    });
  }

  /** Asks what is answered once more. Whatever goes wrong with it is of no interest: the answer stands. */
  async #refresh(): Promise<void> {
    this.#calm = undefined;
    const asked = this.store.getState();
    const { found: shown, mistake } = asked;
    if (!shown || mistake) return;
    if (asked.pending) {
      this.#refreshSoon();
      return;
    }
    const abort = new AbortController();
    this.#refreshing = abort;
    this.#refreshedAt = performance.now();
    const next = await this.#again(shown, asked, abort.signal).catch(() => null);
    const { found } = this.store.getState();
    if (!next || abort.signal.aborted || found !== shown) return;
    const inPlace = refreshed(shown, next);
    this.store.setState(inPlace ? { found: inPlace, newer: null } : { newer: next });
  }

  async #again(shown: Found, { text, limit }: Seeking, signal: AbortSignal): Promise<Found> {
    if (shown.way === 'algebra')
      return { way: 'algebra', result: await this.#engine.algebra({ expression: text, limit }, { signal }) };
    if (shown.way === 'axis') {
      const { way, asked } = shown;
      return { way, asked, result: await this.#engine.axis({ ...asked, limit: limit * 2 }, { signal }) };
    }
    const { meaning } = shown;
    const query = shown.text;
    const result = await this.#engine.search({ query, limit, meaning, prefix: this.#typing }, { signal });
    return { way: 'search', text: query, result, rows: asRows(result.hits), meaning };
  }

  async #settle(
    what: 'words' | 'meaning',
    signal: AbortSignal,
    ask: () => Promise<() => Found>,
  ): Promise<void> {
    this.#underWay.add(what);
    this.store.setState({ pending: what });
    let outcome: Pick<Seeking, 'found' | 'error'>;
    try {
      const found = await ask();
      if (signal.aborted) return;
      outcome = { found: found(), error: null };
    } catch (error) {
      if (signal.aborted) return;
      // Signs alone are no question, and no error either.
      outcome = { found: null, error: hasCode(error, 'QUERY_EMPTY') ? null : error };
    }
    this.#underWay.delete(what);
    this.store.setState({ ...outcome, pending: this.#underWay.has('meaning') ? 'meaning' : null });
  }
}
