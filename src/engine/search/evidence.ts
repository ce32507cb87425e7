import type { RelatedNote } from '../../contract/related.ts';
import type { ChunkRecord } from '../store/types.ts';
import type { Corpus } from './corpus.ts';
import { toPassage } from './passage.ts';
import { topIndexes } from './vectors/top.ts';
import { SHOWN } from './weights.ts';

type Evidence = RelatedNote['evidence'][number];

/** A passage that is asked with: its vector centred and brought to length 1. */
export interface AskedPassage {
  readonly chunk: ChunkRecord;
  readonly vector: Float32Array;
}

/**
 * Pairs that are looked at exactly for every pair that is shown. The bytes' order is nearly the true one, but lists of
 * links stand high in it and are put back afterwards.
 */
const EXACT = 4;

/** What is taken off a passage that is nothing but links: two such lists are alike, and say nothing of why. */
const LINKS_ONLY = 0.6;

interface LikelyPair {
  readonly slot: number;
  /** Index of the asked passage. */
  readonly here: number;
  readonly chunkId: number;
}

/**
 * For each of several notes, its best passage pairs with the asked passages, best first; no passage is shown twice
 * beside one note. Similarities are exact, from the vectors in the store, which are read once for all notes.
 */
export function evidenceOf(
  corpus: Corpus,
  asked: readonly AskedPassage[],
  slots: readonly number[],
): ReadonlyMap<number, Evidence[]> {
  const pairs = slots.flatMap((slot) => likelyPairs(corpus, asked, slot));
  const chunks = new Map(
    corpus.source.chunks
      .byIds([...new Set(pairs.map((pair) => pair.chunkId))])
      .map((chunk) => [chunk.id, chunk]),
  );
  const vectors = corpus.vectorsOf([...chunks.values()]);
  const evidence = new Map<number, Evidence[]>();
  const telling = tellingShares(corpus, [...asked.map(({ chunk }) => chunk), ...chunks.values()]);
  for (const [slot, ofNote] of Map.groupBy(pairs, (pair) => pair.slot)) {
    const language = corpus.notes.languageOf(slot);
    const exact = ofNote.flatMap(({ here, chunkId }) => {
      const there = chunks.get(chunkId);
      const vector = there && vectors.get(there.id);
      if (!vector) return [];
      const centred = corpus.passages.centring.centre(vector, language);
      const similarity = corpus.passages.similarity(asked[here]!.vector, centred);
      const worth = similarity * telling(asked[here]!.chunk) * telling(there);
      return [{ here: asked[here]!.chunk, there, similarity, worth }];
    });
    exact.sort((a, b) => b.worth - a.worth || a.here.id - b.here.id || a.there.id - b.there.id);
    const shown = distinct(exact).map(({ here, there, similarity }) => ({
      here: toPassage(here),
      there: toPassage(there),
      similarity,
    }));
    evidence.set(slot, shown);
  }
  return evidence;
}

/**
 * How much of a passage speaks for itself, 0..1: less the more of its source is links to other notes, and the more
 * notes have the very same.
 */
export function tellingShares(
  corpus: Corpus,
  chunks: readonly ChunkRecord[],
): (chunk: ChunkRecord) => number {
  const links = new Map(
    [...new Set(chunks.map(({ noteId }) => noteId))].map((id) => [id, corpus.source.links.ofNote(id)]),
  );
  const shares = new Map(
    chunks.map((chunk) => {
      const linked = (links.get(chunk.noteId) ?? []).reduce((sum, { start, end }) => {
        return sum + Math.max(0, Math.min(end, chunk.end) - Math.max(start, chunk.start));
      }, 0);
      return [chunk.id, 1 - LINKS_ONLY * Math.min(1, linked / Math.max(1, chunk.end - chunk.start))];
    }),
  );
  return (chunk) => (shares.get(chunk.id) ?? 1) * corpus.repeated.shareOf(chunk.id);
}

/** Pairs by the signed bytes: the best of every asked passage with every passage of the note, no passage too often. */
function likelyPairs(corpus: Corpus, asked: readonly AskedPassage[], slot: number): LikelyPair[] {
  const { passages, repeated } = corpus;
  const rows = Int32Array.from(passages.rowsOf(slot));
  const shares = Float32Array.from(rows, (row) => repeated.shareOf(passages.chunkOf(row)));
  const pairs: (LikelyPair & { cosine: number })[] = [];
  for (const [here, { chunk, vector }] of asked.entries()) {
    const share = repeated.shareOf(chunk.id);
    const cosines = passages.cosinesAt(vector, rows).map((cosine, i) => cosine * share * shares[i]!);
    for (const i of topIndexes(cosines, SHOWN.evidence, -2))
      pairs.push({ slot, here, chunkId: passages.chunkOf(rows[i]!), cosine: cosines[i]! });
  }
  pairs.sort((a, b) => b.cosine - a.cosine);
  const uses = new Map<string, number>();
  const fresh = (key: string) => {
    const used = uses.get(key) ?? 0;
    uses.set(key, used + 1);
    return used < EXACT;
  };
  // Without this, one passage that is like everything would leave no room for a second pair.
  return pairs
    .filter(({ here, chunkId }) => [fresh(`h${here}`), fresh(`t${chunkId}`)].every(Boolean))
    .slice(0, SHOWN.evidence * EXACT);
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
  for (let i = 0; i < Math.min(a.length, b.length); i++) sum += a[i]! * b[i]!;
  return sum;
}
