import { type ExpressionTerm, parseExpression } from '../../../common/expression.ts';
import { quoted } from '../../../common/query/write-query.ts';

/** A term of an expression as it is shown, changed and written back. */
export interface Term {
  readonly kind: 'words' | 'note';
  readonly text: string;
  readonly heading: string | null;
  /** Quoted words are words only, never the note that they name. */
  readonly quoted: boolean;
  readonly weight: number;
}

const LEAST = 0.25;
const LARGEST = 100;

/** The terms of an expression, brackets multiplied out; empty where it makes no sense. */
export function termsOf(expression: string): Term[] {
  let terms: ExpressionTerm[];
  try {
    terms = parseExpression(expression);
  } catch {
    return [];
  }
  return terms.map(({ kind, text, heading, weight, start, end }) => ({
    kind,
    text,
    heading,
    quoted: kind === 'words' && end - start > text.length,
    weight,
  }));
}

/** The expression that reads as these terms. */
export function expressionOf(terms: readonly Term[]): string {
  return terms
    .map((term, i) => {
      const size = Math.abs(term.weight);
      const sign = term.weight < 0 ? (i === 0 ? '-' : '- ') : i === 0 ? '' : '+ ';
      return `${sign}${size === 1 ? '' : `${plain(size)}*`}${written(term)}`;
    })
    .join(' ');
}

const plain = (n: number): string => String(Math.round(n * 100) / 100);

function written({ kind, text, heading, quoted: inQuotes }: Term): string {
  if (kind === 'note') return `[[${text}${heading ? `#${heading}` : ''}]]`;
  return inQuotes ? quoted(text) : text;
}

export const without = (terms: readonly Term[], at: number): Term[] => terms.filter((_, i) => i !== at);

export const flipped = (terms: readonly Term[], at: number): Term[] =>
  terms.map((term, i) => (i === at ? { ...term, weight: -term.weight } : term));

/** A term weighs a quarter more or less; it never comes to nothing. */
export const weighed = (terms: readonly Term[], at: number, steps: number): Term[] =>
  terms.map((term, i) => {
    if (i !== at) return term;
    const size = Math.min(
      LARGEST,
      Math.max(LEAST, Math.round((Math.abs(term.weight) + steps * LEAST) * 4) / 4),
    );
    return { ...term, weight: Math.sign(term.weight) * size };
  });
