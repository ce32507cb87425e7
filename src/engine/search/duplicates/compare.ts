import type { CorpusSource } from '../corpus.ts';
import { ownPassages } from './own-text.ts';
import { type Shingled, sharedCount, shingles } from './shingles.ts';
import type { Overlap } from './sketches.ts';

/** Own words below which a note is a stub: two of them are not the same for having said nothing. */
export const FEWEST_WORDS = 20;
/** The same in shingles, where those of templates count little. */
const FEWEST_OWN = 15;

/** What counts as largely the same; docs/duplicates.md tells how it was decided. */
const LIKENESS = {
  /** Shares of the sampled shingles from which a pair is looked at. */
  candidate: { alike: 0.3, within: 0.5 },
  /** Shared shingles of all shingles of the two. */
  duplicate: 0.45,
  /** Shared shingles of those of the shorter one. */
  contained: 0.7,
} as const;

export type SameKind = 'duplicate' | 'contained';

export interface Comparison {
  readonly kind: SameKind;
  /** Shared shingles of all of both (duplicate), or of the shorter one's (contained). */
  readonly similarity: number;
  /** Share of each one's shingles that the other has. */
  readonly ofA: number;
  readonly ofB: number;
}

/** Whether a pair of sketches is worth comparing: what few others have must be much of the two, or of one. */
export function isCandidate({ shared, ofA, ofB }: Overlap): boolean {
  const least = Math.min(ofA, ofB);
  if (shared <= 0 || least < FEWEST_OWN) return false;
  const { alike, within } = LIKENESS.candidate;
  return shared / (ofA + ofB - shared) >= alike || shared / least >= within;
}

export function shinglesOf(source: CorpusSource, noteId: number): Shingled {
  return shingles(ownPassages(source, noteId).map(({ text }) => text));
}

/** Two texts compared by all their shingles; null where they are not largely the same. */
export function compare(a: Shingled, b: Shingled): Comparison | null {
  if (Math.min(a.words, b.words) < FEWEST_WORDS) return null;
  const shared = sharedCount(a.hashes, b.hashes);
  const [ofA, ofB] = [shared / Math.max(1, a.hashes.length), shared / Math.max(1, b.hashes.length)];
  const alike = shared / Math.max(1, a.hashes.length + b.hashes.length - shared);
  if (alike >= LIKENESS.duplicate) return { kind: 'duplicate', similarity: alike, ofA, ofB };
  const within = Math.max(ofA, ofB);
  if (within >= LIKENESS.contained) return { kind: 'contained', similarity: within, ofA, ofB };
  return null;
}
