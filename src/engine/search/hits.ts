import type { SearchHit, SearchPassage } from '../../contract/search.ts';
import type { ChunkRecord, NoteRecord } from '../store/types.ts';
import type { Corpus } from './corpus.ts';
import type { Keep } from './filter.ts';
import type { FusedNote } from './fuse.ts';
import type { QueryEmbedder } from './meaning.ts';
import { toNoteRef, toPassage } from './passage.ts';
import { matchedWords } from './query/matched-words.ts';
import type { Question } from './query/question.ts';
import { marker } from './snippets/marks.ts';
import { nearnessTo } from './snippets/nearness.ts';
import { closestSentence } from './snippets/sentences.ts';

/** Passages shown of every note, and how near the note's best a further one must come. */
const SHOWN = 3;
const WORTH_SHOWING = 0.5;

/** A note of an answer, before what is shown of it is worked out. */
export interface FoundNote extends Pick<SearchHit, 'note' | 'score' | 'parts'> {
  readonly record: NoteRecord;
  readonly passages: FusedNote['passages'];
  /** The words that were looked up. */
  readonly words: readonly string[];
}

export function toFound(corpus: Corpus, found: FusedNote, words: readonly string[]): FoundNote | undefined {
  const record = corpus.source.notes.byId(found.noteId);
  if (!record) return undefined;
  const { parts, passages } = found;
  return { note: toNoteRef(record), record, score: parts.words + parts.meaning, parts, passages, words };
}

/** Notes that are let through, newest first: what filters alone answer. */
export function listed({ notes, source }: Corpus, limit: number, keep: Keep | undefined): FoundNote[] {
  const { facts } = notes;
  const slots: number[] = [];
  for (let slot = 0; slot < notes.slots; slot++)
    if (notes.idOf(slot) >= 0 && (keep?.(slot) ?? true)) slots.push(slot);
  slots.sort(
    (a, b) =>
      facts.dayOf(b) - facts.dayOf(a) || facts.mtimeOf(b) - facts.mtimeOf(a) || notes.idOf(a) - notes.idOf(b),
  );
  return slots.slice(0, limit).flatMap((slot) => {
    const record = source.notes.byId(notes.idOf(slot));
    if (!record) return [];
    const [first] = source.chunks.ofNote(record.id);
    const passages = first ? [{ chunkId: first.id, score: 0 }] : [];
    const none = { score: 0, parts: { words: 0, meaning: 0 }, words: [] };
    return [{ note: toNoteRef(record), record, passages, ...none }];
  });
}

export interface ShownFor {
  readonly question: Question;
  /** Of the question. */
  readonly language: string;
  /** Whether vectors were compared. */
  readonly byMeaning: boolean;
  readonly embedder: QueryEmbedder | null;
}

/** Of a note's further passages, words alone say which sentence is near: reading all would take longer than the search. */
const unknown = () => null;

/** Found notes with the passages that show why, their words and closest sentence marked. */
export function shownHits(corpus: Corpus, found: readonly FoundNote[], how: ShownFor): SearchHit[] {
  const nearness = nearnessTo(how.question.text, how.embedder);
  return found.map((hit) => {
    const { record, words, score, parts, note } = hit;
    const { phrases, typing } = how.question;
    const marksOf = marker({ words, phrases, typing }, record.language);
    const passages = shownPassages(corpus, hit).map(({ chunk, score }, i): SearchPassage => {
      const marks = marksOf(chunk.text);
      return {
        ...toPassage(chunk),
        score,
        marks: marks.map(({ start, end }) => ({ start, end })),
        sentence: closestSentence(chunk.text, record.language, marks, i === 0 ? nearness : unknown),
      };
    });
    return {
      note,
      score,
      parts,
      passages,
      matched: matchedWords(corpus, record, passages, words, typing),
      otherLanguage: record.language !== 'und' && how.language !== 'und' && record.language !== how.language,
      tier: how.byMeaning ? corpus.tierOf(corpus.notes.slotOf(record.id) ?? -1) : 'words',
    };
  });
}

function shownPassages(
  corpus: Corpus,
  { passages }: FoundNote,
): { readonly chunk: ChunkRecord; readonly score: number }[] {
  const best = passages[0]?.score ?? 0;
  const shown = passages.filter(({ score }) => score >= best * WORTH_SHOWING).slice(0, SHOWN);
  const scores = new Map(shown.map(({ chunkId, score }) => [chunkId, score]));
  return corpus.source.chunks
    .byIds([...scores.keys()])
    .map((chunk) => ({ chunk, score: scores.get(chunk.id)! }));
}
