import { SEARCH, type SearchWeights } from './weights.ts';

export interface FusedPassage {
  readonly chunkId: number;
  readonly score: number;
}

export interface FusedNote {
  readonly noteId: number;
  readonly parts: { readonly words: number; readonly meaning: number };
  /** Best first. */
  readonly passages: readonly FusedPassage[];
}

export interface FusionInput {
  readonly passageWords: readonly { chunkId: number; noteId: number; score: number }[];
  /** How much of the question a note's name says, 0..1. */
  readonly titles: readonly { noteId: number; score: number }[];
  /** Notes that are called just what was asked. */
  readonly named: ReadonlySet<number>;
  /** Of a question that is one word, the notes that hold it, where they are few. */
  readonly held: ReadonlySet<number>;
  /** Cosines, any that are known. */
  readonly meaning: readonly { chunkId: number; noteId: number; score: number }[];
  /** Words (as a share of the most that a note could say, 0..1) and meaning of whole notes, of any that may be the best. */
  readonly wholes: readonly { noteId: number; words: number; meaning: number }[];
  /** Cosines of the notes' first passages: what a note is about stands at its beginning. */
  readonly leads: readonly { noteId: number; score: number }[];
  /** How much words say here, 0..1. */
  readonly wordsShare: number;
}

interface Sums {
  words: number;
  title: number;
  meaning: number;
  wholeWords: number;
  wholeMeaning: number;
  lead: number;
  readonly passages: Map<number, number>;
}

/** The least that passages' words are taken for where whole notes hold hardly any: one may still be typed. */
const LEAST_WORDS = 0.25;

/**
 * Words and meaning as one score. Cosines are divided by their largest in this answer: ranks alone would throw away how
 * much better the best is. Words are not: they count by how much of what was asked a note says, so that one common word
 * of five does not weigh as much as the whole question, and meaning decides.
 */
export function fuse(input: FusionInput, weights: SearchWeights = SEARCH): FusedNote[] {
  const most = input.wholes.reduce((max, whole) => Math.max(max, whole.words), LEAST_WORDS);
  const words = scaledBy(input.passageWords);
  const meaning = scaledBy(input.meaning);
  const whole = weights.words + weights.meaning;
  const notes = new Map<number, Sums>();
  const noteOf = (id: number): Sums => {
    const note = notes.get(id) ?? {
      words: 0,
      title: 0,
      meaning: 0,
      wholeWords: 0,
      wholeMeaning: 0,
      lead: 0,
      passages: new Map(),
    };
    notes.set(id, note);
    return note;
  };
  const addTo = (passages: Map<number, number>, id: number, score: number) =>
    passages.set(id, (passages.get(id) ?? 0) + score);
  for (const { chunkId, noteId, score } of words) {
    const note = noteOf(noteId);
    note.words = Math.max(note.words, score);
    addTo(note.passages, chunkId, (weights.words * score) / whole);
  }
  for (const { noteId, score } of input.titles) noteOf(noteId).title = score;
  for (const { chunkId, noteId, score } of meaning) {
    const note = noteOf(noteId);
    note.meaning = Math.max(note.meaning, score);
    addTo(note.passages, chunkId, (weights.meaning * score) / whole);
  }
  for (const { noteId, words } of input.wholes) noteOf(noteId).wholeWords = words;
  for (const { noteId, score } of scaledBy(wholeMeanings(input))) noteOf(noteId).wholeMeaning = score;
  for (const { noteId, score } of scaledBy(input.leads)) noteOf(noteId).lead = score;
  const wordsOf = (n: Sums) => n.wholeWords + weights.passage * most * n.words + weights.title * n.title;
  const byWords = weights.words * input.wordsShare;
  return [...notes]
    .map(([noteId, note]) => ({
      noteId,
      parts: {
        // Who asks for a note by its name wants that note, whatever else is like it.
        words:
          (byWords * wordsOf(note)) / whole +
          (input.named.has(noteId) ? 1 : 0) +
          (input.held.has(noteId) ? weights.held : 0),
        meaning:
          (weights.meaning * (note.meaning + note.wholeMeaning + weights.lead * note.lead)) /
          (2 + weights.lead) /
          whole,
      },
      passages: [...note.passages]
        .map(([chunkId, score]) => ({ chunkId, score }))
        .sort((a, b) => b.score - a.score || a.chunkId - b.chunkId),
    }))
    .sort((a, b) => total(b) - total(a) || a.noteId - b.noteId);
}

const total = ({ parts }: FusedNote): number => parts.words + parts.meaning;

/** Scores divided by the largest; those that are not above 0 are left out. */
function scaledBy<T extends { score: number }>(items: readonly T[]): T[] {
  const largest = items.reduce((max, { score }) => Math.max(max, score), 0);
  return items.filter(({ score }) => score > 0).map((item) => ({ ...item, score: item.score / largest }));
}

const wholeMeanings = ({ wholes }: FusionInput) =>
  wholes.map(({ noteId, meaning }) => ({ noteId, score: meaning }));
