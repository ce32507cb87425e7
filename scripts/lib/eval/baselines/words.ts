/**
 * Word overlap as textbooks have it, on words of its own: it does not move when the product's words do, so figures of
 * different days can be set side by side.
 */
export type Counts = ReadonlyMap<string, number>;

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}]+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Words with case and accents folded, by how often they occur; Chinese and Japanese as pairs of characters. */
export function countWords(
  text: string,
  weight = 1,
  counts = new Map<string, number>(),
): Map<string, number> {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + weight);
  const spaced = folded.replace(DENSE, (run) => {
    const characters = [...run];
    if (characters.length === 1) add(run);
    for (let i = 1; i < characters.length; i++) add(characters[i - 1]! + characters[i]!);
    return ' ';
  });
  for (const [word] of spaced.matchAll(WORD)) add(word);
  return counts;
}

/** BM25 with its usual numbers; `K3` for how often a word stands in the question, which may be a whole page. */
const [K1, B, K3] = [1.2, 0.75, 8];

interface Posting {
  readonly doc: number;
  readonly count: number;
}

/** TF-IDF cosine (1 + log tf, log N / df) and BM25 over whole notes; scores by the notes' place in `docs`. */
export class WordBaselines {
  readonly #lists = new Map<string, Posting[]>();
  readonly #lengths: Float64Array;
  readonly #words: Float64Array;
  readonly #mean: number;

  constructor(docs: readonly Counts[]) {
    this.#words = Float64Array.from(docs, (counts) => counts.values().reduce((sum, n) => sum + n, 0));
    this.#mean = this.#words.reduce((sum, n) => sum + n, 0) / Math.max(1, docs.length);
    for (const [doc, counts] of docs.entries())
      for (const [word, count] of counts) {
        const list = this.#lists.get(word);
        if (list) list.push({ doc, count });
        else this.#lists.set(word, [{ doc, count }]);
      }
    this.#lengths = new Float64Array(docs.length);
    for (const list of this.#lists.values())
      for (const { doc, count } of list)
        this.#lengths[doc]! += ((1 + Math.log(count)) * this.#idf(list)) ** 2;
    for (let doc = 0; doc < docs.length; doc++) this.#lengths[doc] = Math.sqrt(this.#lengths[doc]!);
  }

  tfIdf(question: Counts): Float64Array {
    const scores = new Float64Array(this.#lengths.length);
    for (const [word, asked] of question) {
      const list = this.#lists.get(word);
      if (!list) continue;
      const weight = (1 + Math.log(asked)) * this.#idf(list) ** 2;
      for (const { doc, count } of list) scores[doc]! += weight * (1 + Math.log(count));
    }
    return scores.map((score, doc) => (score > 0 ? score / this.#lengths[doc]! : 0));
  }

  bm25(question: Counts): Float64Array {
    const scores = new Float64Array(this.#lengths.length);
    for (const [word, asked] of question) {
      const list = this.#lists.get(word);
      if (!list) continue;
      const n = list.length;
      const idf = Math.log(1 + (this.#lengths.length - n + 0.5) / (n + 0.5));
      const weight = (idf * asked * (K3 + 1)) / (K3 + asked);
      for (const { doc, count } of list) {
        const length = 1 - B + (B * this.#words[doc]!) / this.#mean;
        scores[doc]! += (weight * count * (K1 + 1)) / (count + K1 * length);
      }
    }
    return scores;
  }

  #idf(list: readonly Posting[]): number {
    return Math.log(this.#lengths.length / list.length);
  }
}
