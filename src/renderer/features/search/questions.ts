import { PortolanError } from '../../../common/errors.ts';
import {
  type ExpressionMistake,
  looksLikeExpression,
  parseExpression,
  parsePole,
} from '../../../common/expression.ts';
import type { QueryMistake } from '../../../common/query/query-part.ts';
import { readQuery } from '../../../common/query/read-query.ts';

/** What a person chose to ask by. */
export type Way = 'search' | 'algebra' | 'axis';

/** What is asked: the text of the field, and of the second one for an axis. */
export interface Asked {
  readonly way: Way;
  readonly text: string;
  /** The far pole of an axis. */
  readonly to: string;
}

/** What is wrong in a field, and where. */
export interface Mistake {
  readonly field: 'text' | 'to';
  readonly mistake: QueryMistake | ExpressionMistake;
  /** Offsets into the field's text; an empty span stands at its end. */
  readonly start: number;
  readonly end: number;
}

/** The way in which a question is answered: an expression is calculated, whichever of the two fields it stands in. */
export const wayOf = ({ way, text }: Asked): Way =>
  way === 'search' && looksLikeExpression(text) ? 'algebra' : way;

/** Whether there is something to ask: an operator without its value is nothing yet. */
export function isAsking(asked: Asked): boolean {
  if (asked.text.trim() === '' || (asked.way === 'axis' && asked.to.trim() === '')) return false;
  if (wayOf(asked) !== 'search') return true;
  const { parts, problem } = readQuery(asked.text, { typing: true });
  return parts.length > 0 || problem !== null;
}

/** The first thing that makes no sense. While typing, what is not finished at the end is no mistake yet. */
export function mistakeIn(asked: Asked, typing: boolean): Mistake | null {
  if (asked.text.trim() === '' || (asked.way === 'axis' && asked.to.trim() === '')) return null;
  switch (wayOf(asked)) {
    case 'search': {
      const { problem } = readQuery(asked.text, { typing });
      return problem && { field: 'text', mistake: problem.mistake, start: problem.start, end: problem.end };
    }
    case 'algebra':
      return inExpression('text', asked.text, parseExpression);
    case 'axis':
      return inExpression('text', asked.text, parsePole) ?? inExpression('to', asked.to, parsePole);
  }
}

function inExpression(
  field: Mistake['field'],
  text: string,
  parse: (text: string) => unknown,
): Mistake | null {
  try {
    parse(text);
    return null;
  } catch (error) {
    if (!(error instanceof PortolanError) || error.code !== 'EXPRESSION_INVALID') throw error;
    const start = Math.min(text.length, Number(error.params.column) - 1);
    const mark = /^(?:\[\[|\S)/u.exec(text.slice(start))?.[0] ?? '';
    return { field, mistake: error.params.mistake as ExpressionMistake, start, end: start + mark.length };
  }
}

/** Mistakes that more typing mends: said only once the person rests or asks. */
const UNFINISHED: ReadonlySet<Mistake['mistake']> = new Set([
  'unfinished',
  'note-open',
  'quote-open',
  'bracket-open',
  'quote-empty',
  'note-missing',
]);
export const mayGoOn = ({ mistake }: Mistake): boolean => UNFINISHED.has(mistake);
