import { PieceTrie, shared, type TrieTables } from './piece-trie.ts';

/** The parts of tokenizer.json's `model` that a Unigram tokenizer is. */
export interface UnigramVocabulary {
  readonly vocab: readonly (readonly [piece: string, logProbability: number])[];
  readonly unk_id: number;
}

/** A Unigram vocabulary as it is searched, in shared memory: one copy for all threads. */
export interface UnigramTables {
  readonly trie: TrieTables;
  /** By index in the vocabulary. */
  readonly scores: Float64Array;
  readonly unk: number;
  readonly unkScore: number;
}

/** `ids` overrides the id of pieces that stand among the added tokens. */
export function unigramTables(
  model: UnigramVocabulary,
  ids: ReadonlyMap<string, number> = new Map(),
): UnigramTables {
  const { vocab, unk_id: unk } = model;
  const scores = new Float64Array(vocab.length);
  let least = Infinity;
  for (let id = 0; id < vocab.length; id++) {
    const score = vocab[id]![1];
    scores[id] = score;
    if (score < least) least = score;
  }
  const unkScore = least - 10;
  scores[unk] = unkScore;
  const trie = new PieceTrie(vocab.length * 4);
  for (let id = 0; id < vocab.length; id++) {
    const piece = vocab[id]![0];
    if (piece !== '') trie.set(piece, ids.get(piece) ?? id);
  }
  return { trie: trie.shared(), scores: shared(Float64Array, scores), unk, unkScore };
}

/**
 * Unigram segmentation in flat arrays. Gives the ids of `Unigram` in @huggingface/tokenizers, ties included, in a
 * twentieth of its memory; linear in the length of the word.
 */
export class Unigram {
  private readonly trie: PieceTrie;
  private readonly scores: Float64Array;
  private readonly unk: number;
  private readonly unkScore: number;
  private lattice = new Lattice(256);

  constructor({ trie, scores, unk, unkScore }: UnigramTables) {
    this.trie = new PieceTrie(trie);
    this.scores = scores;
    this.unk = unk;
    this.unkScore = unkScore;
  }

  /** Token ids of one word (with its `▁`), appended to `out`. Runs of unknown characters give one unknown token. */
  encode(word: string, out: number[]): void {
    if (word.length === 0) return;
    const lattice = this.lattice;
    lattice.reset(word.length);
    for (let at = 0, width: number; at < word.length; at += width) {
      width = isPair(word, at) ? 2 : 1;
      let whole = false;
      for (let end = at, node = 0; end < word.length; ) {
        node = this.trie.step(node, word.charCodeAt(end++));
        if (node < 0) break;
        const id = this.trie.value(node);
        if (id < 0) continue;
        lattice.add(at, end, id, this.scores[id]!);
        if (end - at === width) whole = true;
      }
      if (!whole) lattice.add(at, at + width, this.unk, this.unkScore);
    }
    const path = lattice.best(word.length);
    for (let i = path.length - 1, last = -1; i >= 0; i--) {
      const id = path[i]!;
      if (id !== this.unk || last !== this.unk) out.push(id);
      last = id;
    }
  }
}

/** True where a surrogate pair begins. */
function isPair(s: string, at: number): boolean {
  const high = s.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = s.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/**
 * Candidate tokens of one word and the best way to each. Nodes are numbered in the order added; per position they
 * form a list in that order, because the library breaks ties by it.
 */
class Lattice {
  private heads: Int32Array;
  private tails: Int32Array;
  private next: Int32Array;
  private previous: Int32Array;
  private ids: Int32Array;
  private totals: Float64Array;
  private count = 0;

  constructor(size: number) {
    this.heads = new Int32Array(size + 1);
    this.tails = new Int32Array(size + 1);
    this.next = new Int32Array(size * 4);
    this.previous = new Int32Array(size * 4);
    this.ids = new Int32Array(size * 4);
    this.totals = new Float64Array(size * 4);
  }

  reset(length: number): void {
    if (length >= this.heads.length) {
      this.heads = new Int32Array(length * 2);
      this.tails = new Int32Array(length * 2);
    }
    this.heads.fill(-1, 0, length + 1);
    this.tails.fill(-1, 0, length + 1);
    this.count = 0;
  }

  /** Adds the token `id` over [start, end). All tokens that end at `start` must be there already. */
  add(start: number, end: number, id: number, score: number): void {
    if (this.count === this.ids.length) this.grow();
    const node = this.count++;
    this.ids[node] = id;
    this.next[node] = -1;
    if (start === 0) {
      this.previous[node] = -1;
      this.totals[node] = score;
    } else {
      let best = -1;
      let total = 0;
      for (let left = this.heads[start]!; left >= 0; left = this.next[left]!) {
        const sum = this.totals[left]! + score;
        if (best >= 0 && sum <= total) continue;
        best = left;
        total = sum;
      }
      this.previous[node] = best;
      this.totals[node] = total;
    }
    if (this.heads[end]! < 0) this.heads[end] = node;
    else this.next[this.tails[end]!] = node;
    this.tails[end] = node;
  }

  /** Ids of the best path to `end`, last token first. */
  best(end: number): number[] {
    let node = -1;
    for (let left = this.heads[end]!; left >= 0; left = this.next[left]!)
      if (node < 0 || this.totals[left]! > this.totals[node]!) node = left;
    const path: number[] = [];
    for (; node >= 0; node = this.previous[node]!) path.push(this.ids[node]!);
    return path;
  }

  private grow(): void {
    const size = this.ids.length * 2;
    const copy = <T extends Int32Array | Float64Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.next = copy(new Int32Array(size), this.next);
    this.previous = copy(new Int32Array(size), this.previous);
    this.ids = copy(new Int32Array(size), this.ids);
    this.totals = copy(new Float64Array(size), this.totals);
  }
}
