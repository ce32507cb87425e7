import type { FilterPart, QueryPart } from '../../../common/query/query-part.ts';
import { isQuestion, readable, wordsOf } from '../query-words.ts';

/** What a question asks for, its filters aside. */
export interface Question {
  /** What is read for its meaning; '' where only filters were typed. */
  readonly text: string;
  /** The question was longer than that. */
  readonly cut: boolean;
  /** Distinct words as they were written, those of phrases too. */
  readonly words: readonly string[];
  /** Words that have to stand in a note just so. */
  readonly phrases: readonly string[];
  /** The last word may be the beginning of a longer one. */
  readonly typing: boolean;
}

/** A question and what narrows it. */
export interface NarrowedQuestion extends Question {
  /** As it was typed. */
  readonly query: string;
  readonly filters: readonly FilterPart[];
  /** Words, and phrases, that no note of the answer may say. */
  readonly without: { readonly words: readonly string[]; readonly phrases: readonly string[] };
}

/** A text that is asked as it stands: nothing in it is an operator. */
export function plainQuestion(query: string, typing = false): Question {
  const text = readable(query);
  return { text, cut: text.length < query.trim().length, words: wordsOf(query), phrases: [], typing };
}

export function questionOf(query: string, parts: readonly QueryPart[], typing: boolean): NarrowedQuestion {
  const asked = parts.flatMap((part) =>
    part.kind === 'text' || (part.kind === 'phrase' && !part.negated) ? [part.text] : [],
  );
  const last = parts.at(-1);
  const phrases = parts.flatMap((part) => (part.kind === 'phrase' ? [part] : []));
  return {
    query,
    // Words are typed one after the other: only the last part can be in the middle of one.
    ...plainQuestion(asked.join(' '), typing && last?.kind === 'text' && /\S$/u.test(last.text)),
    phrases: phrases.filter((part) => !part.negated).map((part) => part.text),
    filters: parts.filter((part) => part.kind === 'filter'),
    without: {
      words: parts.flatMap((part) => (part.kind === 'without' ? [part.text] : [])),
      phrases: phrases.filter((part) => part.negated).map((part) => part.text),
    },
  };
}

/** False where nothing is asked for but filters, blanks or mere punctuation. */
export const asks = ({ text }: Question): boolean => isQuestion(text);
