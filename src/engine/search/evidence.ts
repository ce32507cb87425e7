import type { RelatedNote } from '../../contract/related.ts';
import type { ChunkRecord } from '../store/types.ts';
import type { Corpus } from './corpus.ts';
import { toPassage } from './passage.ts';
import { SHOWN } from './weights.ts';

type Evidence = RelatedNote['evidence'][number];

/** A passage that is asked with: its vector centred and brought to length 1. */
export interface AskedPassage {
  readonly chunk: ChunkRecord;
  readonly vector: Float32Array;
}

/** Pairs that are looked at exactly for every pair that is shown: the bytes' order is nearly the true one. */
const EXACT = 4;

/**
 * The best passage pairs of a note with the asked passages, best first; no passage is shown twice. Similarities are
 * exact, from the vectors in the store.
 */
export function evidenceOf(corpus: Corpus, asked: readonly AskedPassage[], slot: number): Evidence[] {
  const rows = Int32Array.from(corpus.passages.rowsOf(slot));
  if (rows.length === 0 || asked.length === 0) return [];
  const pairs = likelyPairs(corpus, asked, rows);
  const theirs = new Map(
    corpus.source.chunks.byIds([...new Set(pairs.map((p) => p.chunkId))]).map((c) => [c.id, c]),
  );
  const vectors = corpus.source.vectors.get([...theirs.values()].map((chunk) => chunk.hash));
  const language = corpus.notes.languageOf(slot);
  const exact = pairs.flatMap(({ here, chunkId }) => {
    const there = theirs.get(chunkId);
    const vector = there && vectors.get(there.hash);
    if (!vector) return [];
    const similarity = dot(asked[here]!.vector, corpus.passages.centring.centre(vector, language));
    return [{ here: asked[here]!.chunk, there, similarity }];
  });
  exact.sort((a, b) => b.similarity - a.similarity || a.here.id - b.here.id || a.there.id - b.there.id);
  return distinct(exact).map(({ here, there, similarity }) => ({
    here: toPassage(here),
    there: toPassage(there),
    similarity,
  }));
}

/** Candidates by the signed bytes: for every asked passage the best few of the note's. */
function likelyPairs(corpus: Corpus, asked: readonly AskedPassage[], rows: Int32Array<ArrayBuffer>) {
  const pairs: { here: number; chunkId: number; cosine: number }[] = [];
  for (let here = 0; here < asked.length; here++) {
    const cosines = corpus.passages.cosinesAt(asked[here]!.vector, rows);
    const best = [...cosines.keys()].sort((a, b) => cosines[b]! - cosines[a]!).slice(0, SHOWN.evidence);
    for (const i of best)
      pairs.push({ here, chunkId: corpus.passages.chunkOf(rows[i]!), cosine: cosines[i]! });
  }
  return pairs.sort((a, b) => b.cosine - a.cosine).slice(0, SHOWN.evidence * EXACT);
}

/** The first few pairs of which no passage, nor its very text, has been shown. */
function distinct<T extends { here: ChunkRecord; there: ChunkRecord; similarity: number }>(pairs: T[]): T[] {
  const shown = new Set<string>();
  return pairs
    .filter(({ here, there }) => {
      const keys = [`here ${here.hash}`, `there ${there.hash}`];
      if (keys.some((key) => shown.has(key))) return false;
      for (const key of keys) shown.add(key);
      return true;
    })
    .filter(({ similarity }, i) => i === 0 || similarity > 0)
    .slice(0, SHOWN.evidence);
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
