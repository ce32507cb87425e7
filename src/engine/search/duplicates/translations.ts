import { throwIfCancelled } from '../../../common/cancel.ts';
import { breathe } from '../../base/breathe.ts';
import type { Corpus } from '../corpus.ts';
import { Arena, createKernels } from '../vectors/kernels.ts';
import { nearestRows, topIndexes } from '../vectors/top.ts';
import { VectorRows } from '../vectors/vector-rows.ts';
import type { Pair } from './groups.ts';
import type { NearDuplicates } from './near-duplicates.ts';

/**
 * What makes two notes of different languages translations; docs/duplicates.md tells how it was decided. Notes about
 * the same thing are near, too: a translation is the nearest by far, in both directions, about as long, and has as
 * many headings.
 */
const TRANSLATION = {
  cosine: 0.6,
  /** How much nearer than the second nearest note of that language. */
  ahead: 0.06,
  /** Words of the longer one per word of the shorter one. */
  longer: 2.2,
  /** Headings that one may have more, as a share of the other's. */
  headings: 0.25,
} as const;
/** Notes that the scan of bits hands on to the bytes. */
const SCAN = 24;

interface Nearest {
  readonly slot: number;
  readonly cosine: number;
  /** How much nearer it is than the next. */
  readonly ahead: number;
}

/** Pairs of notes that say the same in different languages: all, or those of one note. Rejects with CANCELLED. */
export async function translations(
  corpus: Corpus,
  near: NearDuplicates,
  noteId: number | undefined,
  signal?: AbortSignal,
): Promise<Pair[]> {
  const only = noteId === undefined ? undefined : corpus.notes.slotOf(noteId);
  if (noteId !== undefined && (only === undefined || !near.has(noteId))) return [];
  const languages = await byLanguage(corpus, near, signal);
  const [largest] = [...languages].sort(([, x], [, y]) => y.slots.length - x.slots.length);
  const pairs = new Map<string, Pair>();
  for (const [language, { slots }] of languages) {
    if (only === undefined ? language === largest?.[0] : language !== corpus.notes.languageOf(only)) continue;
    for (const slot of only === undefined ? slots : [only]) {
      for (const [other, notes] of languages) {
        if (other === language) continue;
        const found = mutual(corpus, near, slot, notes, languages.get(language)!);
        if (!found) continue;
        const [a, b] = inOrder(corpus, slot, found.slot);
        pairs.set(`${a} ${b}`, { a, b, similarity: found.cosine });
      }
      throwIfCancelled(signal);
      await breathe();
    }
  }
  return [...pairs.values()];
}

/** The note of another language that is this one's translation, if any is. */
function mutual(
  corpus: Corpus,
  near: NearDuplicates,
  slot: number,
  there: LanguageNotes,
  here: LanguageNotes,
): Nearest | null {
  const found = there.nearest(corpus.passages.contextual.sumOf(slot));
  if (!found || found.cosine < TRANSLATION.cosine || found.ahead < TRANSLATION.ahead) return null;
  const [one, other] = [near.wordsOf(corpus.notes.idOf(slot)), near.wordsOf(corpus.notes.idOf(found.slot))];
  if (Math.max(one, other) > TRANSLATION.longer * Math.min(one, other)) return null;
  if (!sameOutline(corpus, slot, found.slot)) return null;
  const back = here.nearest(corpus.passages.contextual.sumOf(found.slot));
  return back?.slot === slot && back.ahead >= TRANSLATION.ahead ? found : null;
}

/** A translation keeps its headings; a note about the same thing has its own. */
function sameOutline({ notes, source }: Corpus, x: number, y: number): boolean {
  const [one, other] = [x, y].map((slot) => source.notes.headings(notes.idOf(slot)).length) as [
    number,
    number,
  ];
  return Math.abs(one - other) <= TRANSLATION.headings * Math.max(one, other);
}

function inOrder({ notes, source }: Corpus, x: number, y: number): readonly [number, number] {
  const [a, b] = [notes.idOf(x), notes.idOf(y)];
  return (source.notes.byId(a)?.path ?? '') <= (source.notes.byId(b)?.path ?? '') ? [a, b] : [b, a];
}

/** Notes with enough text, by language; a language of one note counts too. */
async function byLanguage(
  { notes, passages }: Corpus,
  near: NearDuplicates,
  signal?: AbortSignal,
): Promise<Map<string, LanguageNotes>> {
  const kernels = createKernels(passages.dimensions);
  const arena = new Arena(kernels.memory);
  const languages = new Map<string, LanguageNotes>();
  const counts = new Set<string>();
  for (let slot = 0; slot < notes.slots; slot++)
    if (notes.idOf(slot) >= 0 && near.has(notes.idOf(slot))) counts.add(notes.languageOf(slot));
  counts.delete('und');
  if (counts.size < 2) return languages;
  for (let slot = 0; slot < notes.slots; slot++) {
    const language = notes.languageOf(slot);
    if (notes.idOf(slot) < 0 || !near.has(notes.idOf(slot)) || !counts.has(language)) continue;
    const sum = passages.contextual.sumOf(slot);
    if (!sum.some((x) => x !== 0)) continue;
    let own = languages.get(language);
    if (!own) {
      own = new LanguageNotes(new VectorRows(passages.dimensions, kernels, arena));
      languages.set(language, own);
    }
    own.add(slot, sum);
    throwIfCancelled(signal);
    await breathe();
  }
  return languages;
}

/** Mean vectors of the notes of one language. */
class LanguageNotes {
  readonly slots: number[] = [];
  readonly #rows: VectorRows;
  #distances = new Uint16Array(0);

  constructor(rows: VectorRows) {
    this.#rows = rows;
  }

  add(slot: number, vector: Float32Array): void {
    this.#rows.resize(this.slots.length + 1);
    this.#rows.set(this.slots.length, vector);
    this.slots.push(slot);
  }

  nearest(vector: Float32Array): Nearest | null {
    const count = this.slots.length;
    if (this.#distances.length < count) this.#distances = new Uint16Array(count);
    this.#rows.ask(vector);
    this.#rows.distances(this.#distances);
    const rows = nearestRows(this.#distances, count, this.#rows.dimensions, SCAN);
    const cosines = new Float32Array(rows.length);
    this.#rows.cosinesAt(rows, cosines);
    const [best, next] = topIndexes(cosines, 2, -2);
    if (best === undefined) return null;
    const cosine = cosines[best]!;
    return {
      slot: this.slots[rows[best]!]!,
      cosine,
      ahead: next === undefined ? 1 : cosine - cosines[next]!,
    };
  }
}
