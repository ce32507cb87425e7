import type { Corpus } from '../corpus.ts';
import { topIndexes } from '../vectors/top.ts';

export interface Candidate {
  readonly slot: number;
  readonly score: number;
  /** The note's rows with their cosines, and which of them is best. */
  readonly rows: Int32Array;
  readonly cosines: Float32Array;
  readonly best: number;
}

/** Passages and notes that are looked at more closely, besides as many as are asked for. */
const NEAR_PASSAGES = 400;
const NEAR_NOTES = 200;

/**
 * The notes nearest to a centred vector among those kept, best first: `notePart` of the score is the cosine of the
 * note's mean, the rest that of its best passage. What is left out is left out before anything is ranked.
 */
export function candidates(
  corpus: Corpus,
  target: Float32Array,
  keep: (slot: number) => boolean,
  limit: number,
  notePart: number,
): Candidate[] {
  const { notes } = corpus;
  const passages = corpus.passages.contextual;
  const ofNotes = passages.noteCosines(target);
  const kept = ofNotes.map((cosine, slot) => (notes.idOf(slot) >= 0 && keep(slot) ? cosine : -3));
  const slots = new Set(topIndexes(kept, NEAR_NOTES + limit, -2));
  for (const row of passages.nearest(target, NEAR_PASSAGES + limit).rows) {
    const slot = passages.noteOf(row);
    if (kept[slot]! > -2) slots.add(slot);
  }
  const found: Candidate[] = [];
  for (const slot of slots) {
    const rows = Int32Array.from(passages.rowsOf(slot));
    if (rows.length === 0) continue;
    const cosines = passages.cosinesAt(target, rows);
    const best = topIndexes(cosines, 1, -2)[0]!;
    const score = notePart * ofNotes[slot]! + (1 - notePart) * cosines[best]!;
    found.push({ slot, score, rows, cosines, best });
  }
  return found.sort((a, b) => b.score - a.score || a.slot - b.slot).slice(0, limit);
}
