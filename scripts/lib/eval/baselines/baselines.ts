import { bodyText } from '../../../../src/engine/parse/body-text.ts';
import type { Note } from '../../../../src/engine/parse/note.ts';
import { spread } from '../../../../src/engine/search/query-note.ts';
import { seeded } from '../../../../src/engine/search/vectors/made-vectors.ts';
import type { NoteWrite, Store } from '../../../../src/engine/store/types.ts';
import type { EvalVault } from '../eval-vault.ts';
import { type Asking, type Page, VectorBaselines } from './vectors.ts';
import { type Counts, countWords, WordBaselines } from './words.ts';

/** Notes ranked: a relevant one beyond these counts as not found. */
export const RANKED = 100;
/** Passages of a page that are asked with; of a longer one, as many spread evenly. */
const ASKED_PASSAGES = 32;

type Ranked = Record<string, number[]>;

/** What ours is measured against, over the notes of one index; rankings are of note ids. */
export class Baselines {
  readonly #ids: readonly number[];
  readonly #store: Pick<Store, 'vectors'>;
  readonly #words: WordBaselines;
  readonly #vectors: VectorBaselines;

  constructor({ notes, store }: EvalVault, dimensions: number) {
    this.#ids = [...notes.keys()];
    this.#store = store;
    const writes = [...notes.values()].map(({ write }) => write);
    this.#words = new WordBaselines(writes.map(({ note }) => noteWords(note)));
    this.#vectors = new VectorBaselines(
      writes.map((write) => this.#page(write)),
      dimensions,
    );
  }

  /** Rankings for a page whose passages have vectors, among those kept; `seed` is for chance alone. */
  byPage(write: NoteWrite, seed: number, keep: (id: number) => boolean): Ranked {
    const { language, vectors } = this.#page(write);
    const page = this.#vectors.page({ language, vectors: spread(vectors, ASKED_PASSAGES) });
    return this.#rank(noteWords(write.note), page, seed, keep);
  }

  /** Rankings for a question with its vector, among the notes that are kept; `seed` is for chance alone. */
  byQuestion(
    { text, vector, mean }: { text: string; vector: Float32Array; mean: Float32Array },
    seed: number,
    keep: (id: number) => boolean,
  ): Ranked {
    return this.#rank(countWords(text), this.#vectors.question(vector, mean), seed, keep);
  }

  #page({ note, chunks }: NoteWrite): Page {
    const known = this.#store.vectors.get(chunks.map(({ hash }) => hash));
    return { language: note.language, vectors: chunks.flatMap(({ hash }) => known.get(hash) ?? []) };
  }

  #rank(counts: Counts, asking: Asking, seed: number, keep: (id: number) => boolean): Ranked {
    const random = seeded(seed);
    const scores: Record<string, Float64Array> = {
      'tf-idf': this.#words.tfIdf(counts),
      bm25: this.#words.bm25(counts),
      ...this.#vectors.scores(asking),
      random: Float64Array.from(this.#ids, random),
    };
    const kept = this.#ids.map((id, place) => ({ id, place })).filter(({ id }) => keep(id));
    return Object.fromEntries(Object.entries(scores).map(([system, values]) => [system, top(kept, values)]));
  }
}

/** The best of those kept; words in common are needed by what goes by words. */
function top(kept: readonly { id: number; place: number }[], scores: Float64Array): number[] {
  return kept
    .filter(({ place }) => scores[place] !== 0)
    .sort((a, b) => scores[b.place]! - scores[a.place]! || a.id - b.id)
    .slice(0, RANKED)
    .map(({ id }) => id);
}

/** Words of a note, those of its title twice. */
function noteWords(note: Note): Counts {
  return countWords(bodyText(note), 1, countWords(note.title, 2));
}
