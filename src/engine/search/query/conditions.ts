import { hasCode, type PortolanError } from '../../../common/errors.ts';
import type { FilterField, FilterPart } from '../../../common/query/query-part.ts';
import { syntaxError } from '../../../common/query/read-query.ts';
import { advising, because, isReasonCode } from '../../../common/reasons.ts';
import { fold } from '../../../common/text.ts';
import type { Corpus } from '../corpus.ts';
import { inLanguages, type Keep, not, notBefore, tagged } from '../filter.ts';
import { findNote } from '../lookup.ts';
import { PhraseFinder } from './phrase-finder.ts';
import type { NarrowedQuestion } from './question.ts';

/**
 * What a question lets through, one test for every condition: filters, phrases that a note has to say, and what it
 * must not. All have to hold, but of several languages any will do: a note has only one. Throws QUERY_SYNTAX where a
 * note that is named is not there.
 */
export function conditionsOf(
  corpus: Corpus,
  question: NarrowedQuestion,
  phrases = new PhraseFinder(corpus),
): Keep[] {
  const { lexical } = corpus.source;
  const wanted = question.filters.filter(({ field, negated }) => field === 'lang' && !negated);
  const languages = wanted.map(({ value }) => value);
  return [
    ...(languages.length > 0 ? [inLanguages(corpus, languages)] : []),
    ...question.filters
      .filter((filter) => !wanted.includes(filter))
      .map((filter) => {
        const test = FILTERS[filter.field](corpus, filter, question.query);
        return filter.negated ? not(test) : test;
      }),
    ...question.phrases.map((phrase) => among(corpus, phrases.notes(phrase))),
    ...question.without.words.map((word) => not(among(corpus, lexical.holders(word)))),
    ...question.without.phrases.map((phrase) => not(among(corpus, phrases.notes(phrase)))),
  ];
}

const FILTERS: Readonly<Record<FilterField, (corpus: Corpus, filter: FilterPart, query: string) => Keep>> = {
  tag: (corpus, { value }) => tagged(corpus, alternatives(value), fold),
  lang: (corpus, { value }) => inLanguages(corpus, [value]),
  after: (corpus, { value }) => notBefore(corpus, value),
  before: (corpus, { value }) => not(notBefore(corpus, value)),
  path: (corpus, { value }) => onPath(corpus, value),
  linked: linkedWith,
};

/** `tag:a,b`: any of them will do. */
const alternatives = (value: string): string[] => value.split(',').filter(Boolean);

/** Notes whose path says this, case and accents folded; from the vault's own folder on where it begins with a slash. */
export function onPath({ notes }: Pick<Corpus, 'notes'>, text: string): Keep {
  const wanted = fold(text.replaceAll('\\', '/'));
  const { facts } = notes;
  const folders = facts.folders.values.map((folder) => `/${fold(folder)}${folder ? '/' : ''}`);
  return (slot) => {
    const folder = folders[facts.folderOf(slot)];
    return (
      folder !== undefined && (folder.includes(wanted) || (folder + facts.nameOf(slot)).includes(wanted))
    );
  };
}

/** Notes that link to the named one or that it links to. */
function linkedWith(corpus: Corpus, filter: FilterPart, query: string): Keep {
  const { links, notes } = corpus;
  if (filter.links === 'any') return (slot) => links.neighbours(slot).length > 0;
  if (filter.links === 'none') return (slot) => links.neighbours(slot).length === 0;
  const slot = notes.slotOf(named(corpus, filter, query));
  const linked = new Set(slot === undefined ? [] : links.neighbours(slot));
  return (other) => linked.has(other);
}

function named({ source, notes }: Corpus, { value, valueSpan }: FilterPart, query: string): number {
  try {
    return findNote(source.notes, value, notes.version).id;
  } catch (error) {
    if (!hasCode(error, 'NOTE_NOT_FOUND') && !hasCode(error, 'NOTE_AMBIGUOUS')) throw error;
    const { params } = error as PortolanError;
    const many = hasCode(error, 'NOTE_AMBIGUOUS');
    const why = because(many ? 'many-such-notes' : 'no-such-note', params);
    const { hintCode } = params;
    const advice = advising(
      many ? 'give-its-path' : isReasonCode(hintCode) ? hintCode : 'check-the-name',
      params,
    );
    throw syntaxError({ ...valueSpan, ...why, ...advice }, query, { ...why, ...advice });
  }
}

const among =
  ({ notes }: Corpus, ids: ReadonlySet<number>): Keep =>
  (slot) =>
    ids.has(notes.idOf(slot));
