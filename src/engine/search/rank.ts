import type { Corpus } from './corpus.ts';
import { type Naming, namingOf } from './features/naming.ts';
import { sharedTagScores } from './features/shared-tags.ts';
import type { Keep } from './filter.ts';
import { contextsOf, type Likeness } from './links/contexts.ts';
import { lessForHubs, type Passing, passingNotes, passOn } from './links/pass-on.ts';
import { type QueryNote, spread } from './query-note.ts';
import { topIndexes } from './vectors/top.ts';
import {
  COMPARED_NOTES,
  COMPARED_PASSAGES,
  HUBS,
  LARGEST,
  LEAST_SCANS,
  NEAR_PASSAGES,
  RELATED,
  type RelatedWeights,
  SCANNED_ROWS,
  SURE,
} from './weights.ts';
import type { TermVector } from './words/word-index.ts';

/** One number per note slot. */
export type Scores = Float32Array;

/** What is known of every note beside the asked one, before anything is weighted. */
export interface Features {
  /** The asked note's terms, for evidence. */
  readonly query: TermVector;
  /** The asked passages, centred. */
  readonly passages: readonly Float32Array[];
  /** TF-IDF cosine, 0..1, less what the note is to everything. */
  readonly words: Scores;
  /** Cosine of the mean vectors, 0..1, less what the note is to everything. */
  readonly noteCosine: Scores;
  /** Best cosine of any two passages, 0..1; 0 for notes that were not compared passage by passage. */
  readonly passageCosine: Scores;
  readonly naming: Naming;
  /** Rare tags in common, 0..1. */
  readonly tags: Scores;
  /** Links of others in sentences like the asked note's. */
  readonly said: readonly Likeness[];
}

/** What a score is made of. */
export type Part = 'meaning' | 'words' | 'links' | 'names' | 'tags';

export interface Ranking extends Features {
  /** The notes that pass links on: the best by words and meaning together. */
  readonly passing: readonly Passing[];
  /** What one that is passed on, and a squared cosine of `said`, add to the links' part. */
  readonly linkWorth: { readonly passed: number; readonly said: number };
  /** The parts add up to the score. */
  readonly score: Scores;
  readonly parts: Readonly<Record<Part, Scores>>;
  /** Slots of the best notes, best first; never the asked note, never one with a score of 0. */
  readonly order: readonly number[];
}

const ALL: Keep = () => true;

/**
 * Ranks the notes of the corpus that may be kept for a note. Scores are the same whatever is kept, but that passages
 * of those kept are compared in any case.
 */
export function rank(
  corpus: Corpus,
  note: QueryNote,
  limit: number,
  weights: RelatedWeights = RELATED,
  keep: Keep = ALL,
): Ranking {
  return blend(corpus, note, featuresOf(corpus, note, keep), limit, weights, keep);
}

export function featuresOf(corpus: Corpus, note: QueryNote, keep: Keep = ALL): Features {
  const query = corpus.words.vectorOf(note.terms);
  const passages = note.vectors.map((v) => corpus.passages.centring.centre(v, note.language));
  const shares = note.shares ?? passages.map(() => 1);
  const { slots } = corpus.notes;
  const words = corpus.words.cosines(query, slots);
  const noteCosine = corpus.passages.noteCosines(meanOf(passages, shares, corpus.passages.width));
  // In a handful of notes there are no hubs, only neighbours.
  const sure = corpus.notes.count / (corpus.notes.count + HUBS.notesUnsure);
  for (let slot = 0; slot < slots; slot++) {
    words[slot]! -= sure * HUBS.words * corpus.hubs.words(slot);
    noteCosine[slot]! -= sure * HUBS.notes * corpus.hubs.notes(slot);
  }
  const naming = namingOf(corpus.words, corpus.names, note, slots);
  for (const scores of [clip(words), clip(noteCosine), ...Object.values(naming)])
    if (note.slot >= 0) scores[note.slot] = 0;
  const passageCosine = clip(
    bestPassages(corpus, { passages, shares }, kept(words, keep), kept(noteCosine, keep)),
  );
  if (note.slot >= 0) passageCosine[note.slot] = 0;
  return {
    query,
    passages,
    words,
    noteCosine,
    passageCosine,
    naming,
    tags: sharedTagScores(corpus.notes, note.slot),
    said: saidLike(corpus, note),
  };
}

/** A piece of fewer different words is like too many. */
const LEAST_WORDS = 2;

function saidLike(corpus: Corpus, note: QueryNote): Likeness[] {
  const contexts = contextsOf(corpus);
  contexts.refreshFew();
  const telling = note.pieces.filter(({ size }) => size >= LEAST_WORDS);
  return contexts.like(
    telling.map((piece) => corpus.words.vectorOf(piece)),
    corpus.notes.idOf(note.slot),
  );
}

export function blend(
  corpus: Corpus,
  note: QueryNote,
  features: Features,
  limit: number,
  weights: RelatedWeights,
  keep: Keep,
): Ranking {
  const sure = sureness(features, weights);
  const words = scaled(features.words, weights.words, LARGEST.words);
  const meaning = sum(
    scaled(features.noteCosine, weights.notes, LARGEST.notes),
    scaled(features.passageCosine, weights.passages, LARGEST.passages),
  );
  standIn(corpus, note, meaning, words, scaled(features.noteCosine, weights.words, LARGEST.notes));
  const similar = sum(words, meaning);
  const passing = passingNotes(corpus.links, similar, note.slot);
  const passed = passOn(corpus.links, passing, note.slot, similar.length);
  const said = saidOf(corpus, features.said);
  const linkWorth = {
    passed: weights.links / Math.max(LARGEST.links, largestOf(passed)),
    said: weights.contexts / Math.max(LARGEST.contexts, largestOf(said)),
  };
  const links = passed.map((value, slot) => linkWorth.passed * value + linkWorth.said * said[slot]!);
  const names = namesPart(features.naming, weights);
  const tags = features.tags.map((tag) => weights.tags * tag);
  const parts = { meaning, words, links, names, tags };
  const score = new Float32Array(similar.length);
  for (const part of Object.values(parts))
    for (let slot = 0; slot < score.length; slot++) {
      part[slot]! *= sure;
      score[slot]! += part[slot]!;
    }
  const answers = (slot: number) => corpus.notes.idOf(slot) >= 0 && keep(slot);
  return { ...features, passing, linkWorth, score, parts, order: topIndexes(kept(score, answers), limit) };
}

/** How like what the asked note says is what others say where they link to each note: each link by its square. */
function saidOf({ notes, links }: Corpus, said: readonly Likeness[]): Scores {
  const out = new Float32Array(notes.slots);
  for (const { to, cosine } of said) {
    const slot = notes.slotOf(to);
    if (slot !== undefined) out[slot]! += cosine ** 2;
  }
  return lessForHubs(links, out);
}

/** Of its words' weight, how much meaning has for a note whose words are another language's. */
const STANDS_IN = 0.6;

/** Notes in another language share no words with the asked one but names: there, meaning has to say for both. */
function standIn(corpus: Corpus, note: QueryNote, meaning: Scores, words: Scores, notes: Scores): void {
  if (note.language === 'und') return;
  for (let slot = 0; slot < meaning.length; slot++) {
    const language = corpus.notes.languageOf(slot);
    if (language === note.language || language === 'und') continue;
    meaning[slot]! += Math.max(0, STANDS_IN * notes[slot]! - words[slot]!);
  }
}

/**
 * How alike the most alike notes are, 0..1. Within one answer the parts are shares of their largest values, which
 * ranks best; this makes the scores of different answers comparable again, and changes no order.
 */
function sureness({ words, noteCosine, passageCosine }: Features, weights: RelatedWeights): number {
  const parts = [
    [weights.words, words, SURE.words],
    [weights.notes, noteCosine, SURE.notes],
    [weights.passages, passageCosine, SURE.passages],
  ] as const;
  let [reached, whole] = [0, 0];
  for (const [weight, scores, most] of parts) {
    reached += weight * Math.min(1, largestOf(scores) / most);
    whole += weight;
  }
  return whole > 0 ? LEAST_SURE + (1 - LEAST_SURE) * (reached / whole) : 1;
}

/** A note that nothing is like may still be linked with others, or be named by them. */
const LEAST_SURE = 0.2;

function largestOf(scores: Scores): number {
  let largest = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > largest) largest = scores[i]!;
  return largest;
}

/** Scores of the slots that may be kept; all others are 0. */
function kept(scores: Scores, keep: Keep): Scores {
  const out = new Float32Array(scores.length);
  for (let slot = 0; slot < out.length; slot++)
    if (scores[slot]! > 0 && keep(slot)) out[slot] = scores[slot]!;
  return out;
}

function namesPart({ titleHere, titleThere, nameHere, nameThere }: Naming, weights: RelatedWeights): Scores {
  const out = new Float32Array(titleHere.length);
  for (let i = 0; i < out.length; i++)
    out[i] =
      weights.titleHere * titleHere[i]! +
      weights.titleThere * titleThere[i]! +
      weights.nameHere * nameHere[i]! +
      weights.nameThere * nameThere[i]!;
  return out;
}

/** Passages that are asked with, and what each counts. */
interface Asked {
  readonly passages: readonly Float32Array[];
  readonly shares: readonly number[];
}

/** Best pair of passages per note: of the passages nearest to each asked one, and all of the most likely notes'. */
function bestPassages(corpus: Corpus, note: Asked, words: Scores, notes: Scores): Scores {
  const best = new Float32Array(corpus.notes.slots);
  const { passages, repeated } = corpus;
  const asked = note.passages.map((vector, i) => ({ vector, share: note.shares[i]! }));
  const raise = (row: number, cosine: number, share: number) => {
    const slot = passages.noteOf(row);
    if (cosine * share <= best[slot]!) return;
    best[slot] = Math.max(best[slot]!, cosine * share * repeated.shareOf(passages.chunkOf(row)));
  };
  const scans = Math.max(LEAST_SCANS, Math.floor(SCANNED_ROWS / Math.max(1, passages.count)));
  for (const { vector, share } of spread(asked, scans)) {
    const near = passages.near(vector, NEAR_PASSAGES);
    for (let i = 0; i < near.rows.length; i++) raise(near.rows[i]!, near.cosines[i]!, share);
  }
  const likely = new Set([...topIndexes(words, COMPARED_NOTES), ...topIndexes(notes, COMPARED_NOTES)]);
  const rows = Int32Array.from(
    [...likely].flatMap((slot) => spread(passages.rowsOf(slot), COMPARED_PASSAGES)),
  );
  for (const { vector, share } of asked) {
    const cosines = passages.cosinesAt(vector, rows);
    for (let i = 0; i < rows.length; i++) raise(rows[i]!, cosines[i]!, share);
  }
  return best;
}

function meanOf(
  vectors: readonly Float32Array[],
  shares: readonly number[],
  dimensions: number,
): Float32Array {
  const mean = new Float32Array(dimensions);
  for (const [n, vector] of vectors.entries())
    for (let i = 0; i < vector.length; i++) mean[i]! += shares[n]! * vector[i]!;
  return mean;
}

/** Divided by the largest value, or by `least` where that is more, times `weight`. */
function scaled(scores: Scores, weight: number, least: number): Scores {
  const largest = Math.max(least, largestOf(scores));
  const out = new Float32Array(scores.length);
  const factor = weight / largest;
  for (let i = 0; i < out.length; i++) out[i] = scores[i]! * factor;
  return out;
}

function sum(a: Scores, b: Scores): Scores {
  const out = new Float32Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = a[i]! + b[i]!;
  return out;
}

/** Less than nothing in common counts as nothing. */
function clip(scores: Scores): Scores {
  for (let i = 0; i < scores.length; i++) if (scores[i]! < 0) scores[i] = 0;
  return scores;
}
