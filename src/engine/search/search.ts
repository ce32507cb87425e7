import { PortolanError } from '../../common/errors.ts';
import { stem } from '../../common/ids.ts';
import { fold } from '../../common/text.ts';
import type { SearchHit, SearchResult } from '../../contract/search.ts';
import { terms as termsOf } from '../lexicon/terms.ts';
import type { NoteRecord } from '../store/types.ts';
import type { Corpus } from './corpus.ts';
import { type FusedNote, fuse } from './fuse.ts';
import { byMeaning, type QueryEmbedder, queryVector } from './meaning.ts';
import { toNoteRef, toPassage } from './passage.ts';
import { isQuestion, readable, tellingWords, wordsOf } from './query-words.ts';
import { FEW_HOLDERS, SEARCH, type SearchWeights, SHORT_QUESTION } from './weights.ts';

export interface SearchOptions {
  readonly limit: number;
  readonly signal?: AbortSignal;
}

/** Passages that match by words, and notes that match by title, at most. */
const WORD_MATCHES = 300;
const TITLE_MATCHES = 100;
/** Title matches, best first, among which the note that the question names is looked for. */
const NAMED = 20;
/** Passages shown of every note, and how near the note's best a further one must come. */
const SHOWN = 3;
const WORTH_SHOWING = 0.5;

/**
 * Notes that answer a question, by words and meaning, best first. Without an embedder, or when it fails, words alone
 * answer. Throws QUERY_EMPTY for blanks and mere punctuation; rejects with CANCELLED.
 */
export async function search(
  corpus: Corpus,
  embedder: QueryEmbedder | null,
  query: string,
  { limit, signal }: SearchOptions,
): Promise<SearchResult> {
  if (!isQuestion(query)) throw new PortolanError('QUERY_EMPTY');
  const text = readable(query);
  const vector = embedder && (await queryVector(embedder, text, signal));
  await corpus.settled();
  return {
    hits: answer(corpus, query, vector, limit),
    coverage: corpus.coverage,
    queryCut: text.length < query.trim().length || (embedder !== null && tooLong(embedder, text)),
    wordsOnly: vector === null,
  };
}

const tooLong = (embedder: QueryEmbedder, text: string): boolean =>
  embedder.countTokens(text) > embedder.passageBudget;

/** The part without the model: everything after the question's vector is known. */
export function answer(
  corpus: Corpus,
  query: string,
  vector: Float32Array | null,
  limit: number,
  weights: SearchWeights = SEARCH,
): SearchHit[] {
  const written = wordsOf(query);
  const words = tellingWords(written, corpus.words);
  const { lexical } = corpus.source;
  const passageWords = words.length > 0 ? lexical.match(words, WORD_MATCHES) : [];
  const titleWords = words.length > 0 ? lexical.matchTitles(words, TITLE_MATCHES) : [];
  const wordNotes = [...passageWords, ...titleWords].map((match) => match.noteId);
  const meaning = vector ? byMeaning(corpus, vector, wordNotes) : [];
  const named = namedBy(corpus, query, titleWords);
  const held = heldBy(corpus, words, wordNotes);
  return fuse({ passageWords, titleWords, named, held, meaning }, weights)
    .slice(0, limit)
    .flatMap((found) => {
      const record = corpus.source.notes.byId(found.noteId);
      return record ? [toHit(corpus, record, found, words)] : [];
    });
}

/** Of the notes whose titles match, those whose title, file name or alias is the whole question. */
function namedBy(corpus: Corpus, query: string, matches: readonly { noteId: number }[]): Set<number> {
  const asked = fold(query.trim());
  const named = new Set<number>();
  for (const { noteId } of matches.slice(0, NAMED)) {
    const record = corpus.source.notes.byId(noteId);
    if (!record) continue;
    const names = [record.title, stem(record.path), ...record.aliases];
    if (names.some((name) => fold(name) === asked)) named.add(noteId);
  }
  return named;
}

/** Of the notes that words found, those that hold all the words, where these are few: many are told apart by meaning. */
function heldBy(corpus: Corpus, words: readonly string[], found: readonly number[]): Set<number> {
  if (words.length === 0 || words.length > SHORT_QUESTION) return new Set();
  const terms = words.flatMap((word) => termsOf(word));
  const holdsAll = (id: number) => {
    const slot = corpus.notes.slotOf(id);
    return slot !== undefined && terms.every((term) => corpus.words.holds(slot, term));
  };
  const holders = new Set(found.filter(holdsAll));
  return holders.size <= FEW_HOLDERS ? holders : new Set();
}

function toHit(corpus: Corpus, record: NoteRecord, found: FusedNote, written: readonly string[]): SearchHit {
  const best = found.passages[0]?.score ?? 0;
  const shown = found.passages.filter(({ score }) => score >= best * WORTH_SHOWING).slice(0, SHOWN);
  const scores = new Map(shown.map(({ chunkId, score }) => [chunkId, score]));
  const passages = corpus.source.chunks
    .byIds([...scores.keys()])
    .map((chunk) => ({ ...toPassage(chunk), score: scores.get(chunk.id)! }));
  return {
    note: toNoteRef(record),
    score: found.parts.words + found.parts.meaning,
    parts: found.parts,
    passages,
    matched: matchedWords(corpus, record, passages, written),
  };
}

/** Words of the question that the note holds, as they were written. */
function matchedWords(
  corpus: Corpus,
  record: NoteRecord,
  passages: readonly { text: string; headingPath: readonly string[] }[],
  written: readonly string[],
): string[] {
  const slot = corpus.notes.slotOf(record.id) ?? -1;
  const shown = [record.title, ...record.aliases, ...passages.flatMap((p) => [...p.headingPath, p.text])];
  const text = fold(shown.join('\n'));
  return written.filter((word) => corpus.words.holds(slot, fold(word)) || text.includes(fold(word)));
}
