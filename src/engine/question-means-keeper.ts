import { breathe } from './base/breathe.ts';
import type { Embedder } from './embed/embedder.ts';
import type { IndexListener } from './indexing/ports.ts';
import { QuestionMeans, QuestionSums } from './search/vectors/question-means.ts';
import type { Store } from './store/types.ts';

interface Parts {
  readonly store: Pick<Store, 'notes' | 'meta' | 'readOnly'>;
  readonly embedder: () => Promise<Pick<Embedder, 'embed'>>;
  /** Of what: vectors of two models have no mean in common. */
  readonly model: string;
}

/** Where they are kept: what they were made of, then the means. */
const KEY = 'question means';
/** Share of a language's notes that may come or go before its titles are asked anew. */
const CHANGED_SHARE = 1 / 8;
/** Texts asked at a time: an edit's passages wait for no more than these. */
const BATCH = 32;
/** Notes read in one step. */
const STEP = 256;

interface Kept {
  readonly model: string;
  /** Notes by language when it was made. */
  readonly notes: Readonly<Record<string, number>>;
  readonly means: string;
}

/**
 * The means of the vault's own questions. They are made in the background, once everything else is done, and kept with
 * the index; whoever asks is given what there is and never waits.
 */
export class QuestionMeansKeeper {
  readonly #parts: Parts;
  readonly #closing = new AbortController();
  #kept: Kept | null;
  #current: QuestionMeans;
  #making: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#kept = read(parts.store.meta.get(KEY), parts.model);
    this.#current = QuestionMeans.read(this.#kept?.means);
  }

  get current(): QuestionMeans {
    return this.#current;
  }

  get listener(): IndexListener {
    const nothing = () => {};
    return {
      noteChanged: nothing,
      noteRemoved: nothing,
      linksChanged: nothing,
      vectorsAdded: nothing,
      idle: () => this.#look(),
    };
  }

  /** Resolves when nothing is being made. */
  async settled(): Promise<void> {
    await this.#making;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#making;
  }

  #look(): void {
    if (this.#making || this.#closing.signal.aborted || this.#parts.store.readOnly || !this.#isOld()) return;
    this.#making = this.#make()
      .catch(() => {}) // the means there are stay; the next change tries again
      .finally(() => {
        this.#making = null;
      });
  }

  #isOld(): boolean {
    const now = this.#counts();
    const then = this.#kept?.notes ?? {};
    return [...new Set([...Object.keys(now), ...Object.keys(then)])].some((language) => {
      const [a, b] = [now[language] ?? 0, then[language] ?? 0];
      return Math.abs(a - b) > b * CHANGED_SHARE;
    });
  }

  #counts(): Record<string, number> {
    return Object.fromEntries(
      this.#parts.store.notes.languages().map(({ language, notes }) => [language, notes]),
    );
  }

  /** In steps: of a large vault this takes a while. */
  async #titled(): Promise<{ id: number; title: string; language: string }[]> {
    const notes: { id: number; title: string; language: string }[] = [];
    for (const { id, title, language } of this.#parts.store.notes.each()) {
      notes.push({ id, title, language });
      if (notes.length % STEP === 0) await breathe();
    }
    return notes;
  }

  async #make(): Promise<void> {
    const { store, model } = this.#parts;
    const { signal } = this.#closing;
    const notes = this.#counts();
    const embedder = await this.#parts.embedder();
    const { titlesAsked } = await import('./search/titles-asked.ts');
    const titles = titlesAsked(await this.#titled(), ({ id }) =>
      store.notes.headings(id).map(({ text }) => text),
    );
    const sums = new QuestionSums();
    for (const [language, texts] of titles)
      for (let from = 0; from < texts.length; from += BATCH) {
        const batch = texts.slice(from, from + BATCH);
        const vectors = await embedder.embed(batch, { kind: 'query', priority: 'background', signal });
        for (const vector of vectors) if (vector) sums.add(language, vector);
      }
    this.#current = new QuestionMeans(sums.sums);
    this.#kept = { model, notes, means: this.#current.write() };
    store.meta.set(KEY, JSON.stringify(this.#kept));
  }
}

function read(written: string | undefined, model: string): Kept | null {
  if (written === undefined) return null;
  try {
    const kept = JSON.parse(written) as Kept;
    return kept.model === model ? kept : null;
  } catch {
    return null;
  }
}
