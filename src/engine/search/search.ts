import { PortolanError } from '../../common/errors.ts';
import { parseQuery } from '../../common/query/read-query.ts';
import type { Filter } from '../../contract/filter.ts';
import type { SearchResult } from '../../contract/search.ts';
import { terms as termsOf } from '../lexicon/terms.ts';
import type { ModelManifest } from '../models/manifest.ts';
import type { Corpus } from './corpus.ts';
import { allOf, type Keep, keeper } from './filter.ts';
import { type FusedNote, fuse } from './fuse.ts';
import { type FoundNote, listed, shownHits, toFound } from './hits.ts';
import { byMeaning, leadsOf, type QueryEmbedder, queryVector } from './meaning.ts';
import { conditionsOf } from './query/conditions.ts';
import { weightsIn } from './query/learnt.ts';
import { namesOf } from './query/names.ts';
import { PhraseFinder } from './query/phrase-finder.ts';
import { asks, type Question, questionOf } from './query/question.ts';
import { type DetectLanguage, questionLanguage } from './query/question-language.ts';
import { isOneWord, tellingWords } from './query-words.ts';
import type { QuestionMeans } from './vectors/question-means.ts';
import { FEW_HOLDERS, SEARCH, type SearchWeights, STATIC_MEANING } from './weights.ts';
import { wholeAnswers } from './whole-answers.ts';

export interface SearchOptions {
  readonly limit: number;
  readonly filter?: Filter | undefined;
  /** The query is still being typed. */
  readonly prefix?: boolean;
  /** False: by words alone. */
  readonly meaning?: boolean;
  /** What the vault's own questions have in common; without it, the model's constant is taken off. */
  readonly means?: QuestionMeans | undefined;
  /** What the model has learnt; all languages by default. */
  readonly learnt?: ModelManifest['languages'] | undefined;
  /** Tells questions' languages; without it, this thread does. */
  readonly detect?: DetectLanguage | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Passages that match by words, and notes that match by title, at most. */
const WORD_MATCHES = 300;
const TITLE_MATCHES = 100;

/**
 * Notes that answer a question, by words and meaning, best first; filters alone list theirs, newest first. Without an
 * embedder, or when it fails, words alone answer. Throws QUERY_EMPTY for blanks and mere punctuation, QUERY_SYNTAX with
 * the column; rejects with CANCELLED.
 */
export async function search(
  corpus: Corpus,
  embedder: QueryEmbedder | null,
  query: string,
  {
    limit,
    filter,
    prefix = false,
    meaning = true,
    means,
    learnt = 'multilingual',
    detect,
    signal,
  }: SearchOptions,
): Promise<SearchResult> {
  const question = questionOf(query, parseQuery(query, { typing: prefix }), prefix);
  const asking = asks(question);
  const narrowed =
    question.filters.length + question.without.words.length + question.without.phrases.length > 0;
  if (!asking && !narrowed && !hasAny(filter)) throw new PortolanError('QUERY_EMPTY');
  const model = meaning && asking ? embedder : null;
  const language = asking ? await questionLanguage(corpus, question, detect) : 'und';
  const mean = model && means?.of(language, model.queryMean);
  const contextual = model && (await queryVector(model, question.text, signal, mean ?? undefined));
  await corpus.settled();
  const inFilter = keeper(corpus, filter);
  const phrases = new PhraseFinder(corpus);
  const keep = allOf([...(inFilter ? [inFilter] : []), ...conditionsOf(corpus, question, phrases)]);
  const vector = model && corpus.passages.question(contextual, model.staticVector?.(question.text), language);
  const weights = weightsIn(language, learnt, corpus, SEARCH);
  const found = asking
    ? answer(corpus, question, language, vector, limit, weights, keep, phrases)
    : listed(corpus, limit, keep);
  return {
    hits: shownHits(corpus, found, { question, language, byMeaning: vector !== null, embedder: model }),
    coverage: corpus.coverage,
    queryCut: question.cut || (model !== null && tooLong(model, question.text)),
    wordsOnly: asking && vector === null,
    listed: !asking,
    language,
  };
}

const hasAny = (filter: Filter | undefined): boolean =>
  Object.values(filter ?? {}).some((value) => value !== undefined && value.length > 0);

const tooLong = (embedder: QueryEmbedder, text: string): boolean =>
  embedder.countTokens(text) > embedder.passageBudget;

/**
 * The part without the model: everything after the question's language and vector are known. What `keep` leaves out is
 * not ranked.
 */
export function answer(
  corpus: Corpus,
  question: Question,
  language: string,
  vector: Float32Array | null,
  limit: number,
  weights: SearchWeights = SEARCH,
  keep?: Keep,
  phrases = new PhraseFinder(corpus),
): FoundNote[] {
  const { words, said, only } = tellingWords(question.words, language, {
    index: corpus.words,
    languages: corpus.notes.languages.keys(),
  });
  const { lexical } = corpus.source;
  const options = {
    prefix: question.typing,
    // Words that say little by themselves are meant together.
    phrases: only === 'little' && words.length > 1 ? [...question.phrases, question.text] : question.phrases,
    ...(keep
      ? { keep: (id: number) => keep(corpus.notes.slotOf(id) ?? -1), share: shareOf(corpus, keep) }
      : {}),
  };
  const passageWords = words.length > 0 ? lexical.match(words, WORD_MATCHES, options) : [];
  const titleWords = words.length > 0 ? lexical.matchTitles(words, TITLE_MATCHES, options) : [];
  const wordNotes = [...passageWords, ...titleWords].map((match) => match.noteId);
  const { asking, wholes, wordsShare } = wholeAnswers(corpus, said, vector, keep);
  const likely = [...wordNotes, ...wholes.map(({ noteId }) => noteId)];
  const share = asking ? Math.min(1, corpus.passages.contextualShare(asking)) : 1;
  const trusted = STATIC_MEANING + (1 - STATIC_MEANING) * share ** 2;
  const meaning = asking ? byMeaning(corpus, asking, likely, keep) : [];
  const leads = asking ? leadsOf(corpus, asking, new Set(meaning.map(({ noteId }) => noteId))) : [];
  const { named, titles } = namesOf(corpus, { text: question.text, words: said }, titleWords);
  const held = only === 'telling' && isOneWord(said) ? heldBy(corpus, said[0]!, wordNotes) : NONE;
  return withPhrases(
    phrases,
    question,
    fuse(
      { passageWords, titles, named, held, meaning, wholes, leads, wordsShare },
      { ...weights, meaning: weights.meaning * trusted },
    ),
  )
    .slice(0, limit)
    .flatMap((found) => toFound(corpus, found, words) ?? []);
}

/** How large a share of the notes is let through. */
function shareOf({ notes }: Corpus, keep: Keep): number {
  let kept = 0;
  for (let slot = 0; slot < notes.slots; slot++) if (notes.idOf(slot) >= 0 && keep(slot)) kept++;
  return kept / Math.max(1, notes.count);
}

const NONE: ReadonlySet<number> = new Set();

/** Of the notes that words found, those that hold the word, where these are few: many are told apart by meaning. */
function heldBy(corpus: Corpus, word: string, found: readonly number[]): ReadonlySet<number> {
  const holds = (id: number) => {
    const slot = corpus.notes.slotOf(id);
    if (slot === undefined) return false;
    const terms = termsOf(word, corpus.notes.languageOf(slot));
    return terms.length > 0 && terms.every((term) => corpus.words.holds(slot, term));
  };
  const holders = new Set(found.filter(holds));
  return holders.size <= FEW_HOLDERS ? holders : NONE;
}

/** Passages that say a phrase come before the others of their note: they are what was asked for. */
function withPhrases(finder: PhraseFinder, { phrases }: Question, found: FusedNote[]): FusedNote[] {
  if (phrases.length === 0) return found;
  const saying = phrases.flatMap((phrase) => finder.passages(phrase));
  const ofNote = Map.groupBy(saying, ({ noteId }) => noteId);
  return found.map((note) => {
    const scores = new Map(note.passages.map(({ chunkId, score }) => [chunkId, score]));
    for (const { chunkId } of ofNote.get(note.noteId) ?? [])
      scores.set(chunkId, (scores.get(chunkId) ?? 0) + 1);
    const passages = [...scores].map(([chunkId, score]) => ({ chunkId, score }));
    return { ...note, passages: passages.sort((a, b) => b.score - a.score || a.chunkId - b.chunkId) };
  });
}
