import { PortolanError } from './errors.ts';
import type { Span } from './span.ts';

/**
 * Expressions that calculate with meaning: `king - man + woman`, `[[Note A]] - 0.5*"a phrase" + 2*([[B]] + word)`.
 * Words and phrases may stand bare. A sign is one at the beginning of something: in `state-of-the-art` and `C++` it is
 * part of the word.
 */
export interface ExpressionTerm extends Span {
  readonly kind: 'words' | 'note';
  /** What is meant: the words without quotes, the note's name without brackets. Its span is that with them. */
  readonly text: string;
  /** For `[[Note#Heading]]`. */
  readonly heading: string | null;
  /** Signed, never 0; brackets are multiplied out. */
  readonly weight: number;
}

/** What can be wrong with an expression, for whoever says it in another language: `mistake` of the error's parameters. */
export type ExpressionMistake =
  | 'bracket-unopened'
  | 'side-by-side'
  | 'unfinished'
  | 'two-signs'
  | 'weight-missing'
  | 'too-deep'
  | 'bracket-open'
  | 'note-open'
  | 'note-missing'
  | 'quote-open'
  | 'quote-empty'
  | 'no-word'
  | 'too-many'
  | 'weight-zero'
  | 'weight-large'
  | 'weight-behind';

/** Terms that one expression may have, and brackets within brackets. */
const MOST_TERMS = 32;
const DEEPEST = 16;
/** What a weight may be at most. */
const LARGEST = 100;

const PLUS = new Set(['+', '＋']);
const MINUS = new Set(['-', '−', '–', '—', '－']);
const TIMES = /^\s*[*×·]/u;
const NUMBER = /^\d+(?:[.,]\d+)?/u;
/** Opening quotes, and what may close each. */
const QUOTES: Readonly<Record<string, string>> = { '"': '"”“', '“': '”"“', '„': '“”"', '«': '»', '＂': '＂' };

/** @throws EXPRESSION_INVALID with the column, from 1, at which it stops making sense, and what to do there. */
export function parseExpression(text: string): ExpressionTerm[] {
  const parser = new Parser(text);
  const terms = parser.sum(1, 0);
  parser.end();
  return terms;
}

/**
 * A pole of an axis: expressions with commas between them, none of which stands in quotes or brackets or between
 * digits. Spans and columns are those of the whole text. Throws EXPRESSION_INVALID.
 */
export function parsePole(text: string): ExpressionTerm[] {
  const outside = /\[\[.*?(?:\]\]|$)|"[^"]*(?:"|$)|“[^“”"]*(?:[”"]|$)|«[^»]*(?:»|$)|(?<!\d),|,(?!\d)/gsu;
  const commas = [...text.matchAll(outside)].filter(([match]) => match === ',').map(({ index }) => index);
  const edges = [-1, ...commas, text.length];
  return edges.slice(1).flatMap((end, i) => {
    const from = edges[i]! + 1;
    // Blanks keep every column where it is.
    return parseExpression(' '.repeat(from) + text.slice(from, end));
  });
}

/** A sign that calculates: with a blank behind it, or at a note. `-word` and `-"phrase"` leave something out of a search. */
const CALCULATES =
  /(?:^|[\s)])(?:[+＋*×−–—－-]\s|[+＋−–—－-]\(?\[\[|[+＋−]["“„«＂])|\]\]\s*[+＋−–—－-]|["”»＂]\s*[+＋−]|\d\s*[*×]\s*\S/u;

/**
 * Whether a line was meant as an expression, and not as a question or a name: it calculates with a note, a quotation
 * or a weight.
 */
export function looksLikeExpression(text: string): boolean {
  if (!CALCULATES.test(text)) return false;
  try {
    const terms = parseExpression(text);
    const marked = terms.some(({ kind, start }) => kind === 'note' || text[start]! in QUOTES);
    return (terms.length > 1 && marked) || (terms[0]?.weight ?? 1) !== 1;
  } catch {
    // What is nearly one is better answered with what is wrong in it than with a search for its brackets.
    return /\]\]\s*[+＋*×−–—－-]|[+＋*×−–—－-]\s*\[\[/u.test(text);
  }
}

class Parser {
  readonly #text: string;
  #at = 0;
  #count = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Signed terms, up to the end or a bracket that closes. */
  sum(factor: number, depth: number): ExpressionTerm[] {
    const terms: ExpressionTerm[] = [];
    this.#blanks();
    let sign = this.#sign() ?? 1;
    for (;;) {
      terms.push(...this.#product(factor * sign, depth));
      this.#blanks();
      const next = this.#sign();
      if (next === undefined) return terms;
      sign = next;
    }
  }

  end(): void {
    if (this.#at >= this.#text.length) return;
    if (this.#text[this.#at] === ')')
      this.#fail('bracket-unopened', 'a bracket closes that was never opened', 'Take it out.');
    this.#fail(
      'side-by-side',
      'two things stand side by side',
      'Put + or - between them, or quotes around a phrase.',
    );
  }

  #product(factor: number, depth: number): ExpressionTerm[] {
    this.#blanks();
    const weight = this.#weight() ?? 1;
    this.#blanks();
    const start = this.#at;
    const rest = this.#text.slice(start);
    if (rest === '')
      this.#fail('unfinished', 'something is missing at the end', 'Type a word, "a phrase" or [[a note]].');
    if (rest.startsWith('[[')) return [this.#note(factor * weight)];
    if (rest[0]! in QUOTES) return [this.#quoted(factor * weight)];
    if (rest[0] === '(') return this.#group(factor * weight, depth);
    if (this.#peekSign() !== undefined)
      this.#fail(
        'two-signs',
        'two signs follow each other',
        'Leave one out, or put quotes around what is meant as text.',
      );
    if (TIMES.test(rest))
      this.#fail('weight-missing', 'a weight is missing', 'Write it before the star: 2*[[Note]].');
    return [this.#bare(factor * weight)];
  }

  #group(factor: number, depth: number): ExpressionTerm[] {
    const open = this.#at;
    if (depth >= DEEPEST)
      this.#fail('too-deep', 'there are too many brackets within brackets', 'Multiply some out.');
    this.#at++;
    const terms = this.sum(factor, depth + 1);
    if (this.#text[this.#at] !== ')') {
      if (this.#at < this.#text.length) this.end();
      this.#at = open;
      this.#fail('bracket-open', 'this bracket is never closed', 'Add “)” where the group ends.');
    }
    this.#at++;
    this.#noWeightAfter();
    return terms;
  }

  #note(weight: number): ExpressionTerm {
    const start = this.#at;
    const close = this.#text.indexOf(']]', start + 2);
    if (close < 0) this.#fail('note-open', 'the note’s name is never closed', 'Add “]]” after it.');
    const inner = this.#text.slice(start + 2, close).split('|')[0]!;
    const hash = inner.indexOf('#', 1);
    const name = (hash < 0 ? inner : inner.slice(0, hash)).trim();
    const heading = hash < 0 ? '' : inner.slice(hash + 1).trim();
    if (!name)
      this.#fail('note-missing', 'a note’s name is missing', 'Write it between the brackets: [[Note]].');
    this.#at = close + 2;
    this.#noWeightAfter();
    return this.#term({ kind: 'note', text: name, heading: heading || null, weight, start });
  }

  #quoted(weight: number): ExpressionTerm {
    const start = this.#at;
    const closing = QUOTES[this.#text[start]!]!;
    let close = start + 1;
    while (close < this.#text.length && !closing.includes(this.#text[close]!)) close++;
    if (close >= this.#text.length)
      this.#fail('quote-open', 'the quotation is never closed', 'Add a quote after it.');
    const words = this.#text.slice(start + 1, close).trim();
    if (!/[\p{L}\p{N}\p{S}]/u.test(words))
      this.#fail('quote-empty', 'the quotation is empty', 'Put words into it.');
    this.#at = close + 1;
    this.#noWeightAfter();
    return this.#term({ kind: 'words', text: words, heading: null, weight, start });
  }

  /** Words up to the next sign, note, quotation or closing bracket. */
  #bare(weight: number): ExpressionTerm {
    const start = this.#at;
    let open = 0;
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at]!;
      if (character === '(') open++;
      if (character === ')' && open-- === 0) break;
      if (!this.#begins()) continue;
      if (this.#text.startsWith('[[', this.#at) || character in QUOTES) break;
      if (this.#at > start && this.#peekSign() !== undefined) break;
    }
    const words = this.#text.slice(start, this.#at).trim();
    if (!/[\p{L}\p{N}\p{S}]/u.test(words)) {
      this.#at = start;
      this.#fail('no-word', 'there is no word here', 'Type a word, "a phrase" or [[a note]].');
    }
    const end = start + words.length;
    const term = this.#term({ kind: 'words', text: words, heading: null, weight, start }, end);
    return term;
  }

  #term(term: Omit<ExpressionTerm, 'end'>, end = this.#at): ExpressionTerm {
    if (++this.#count > MOST_TERMS) {
      this.#at = term.start;
      this.#fail('too-many', `there are more than ${MOST_TERMS} terms`, 'Leave some out.');
    }
    return { ...term, end };
  }

  /** True where a word could begin: after a blank, a bracket or a quote. */
  #begins(): boolean {
    const before = this.#text[this.#at - 1];
    return before === undefined || /[\s()\]"“”»＂]/u.test(before);
  }

  #peekSign(): 1 | -1 | undefined {
    const character = this.#text[this.#at] ?? '';
    if (PLUS.has(character)) return 1;
    return MINUS.has(character) ? -1 : undefined;
  }

  #sign(): 1 | -1 | undefined {
    const sign = this.#peekSign();
    if (sign !== undefined) this.#at++;
    return sign;
  }

  /** `2*`, `0.5 *`, `0,5×`. Without a star, a number is a word. */
  #weight(): number | undefined {
    const number = NUMBER.exec(this.#text.slice(this.#at))?.[0];
    if (number === undefined) return undefined;
    const star = TIMES.exec(this.#text.slice(this.#at + number.length))?.[0];
    if (star === undefined) return undefined;
    const weight = Number(number.replace(',', '.'));
    if (weight === 0) this.#fail('weight-zero', 'a weight of 0 takes its term away', 'Leave the term out.');
    if (weight > LARGEST)
      this.#fail('weight-large', `a weight is larger than ${LARGEST}`, 'Make all weights smaller.');
    this.#at += number.length + star.length;
    return weight;
  }

  #noWeightAfter(): void {
    if (!TIMES.test(this.#text.slice(this.#at))) return;
    this.#blanks();
    this.#fail('weight-behind', 'a weight stands behind its term', 'Write it before: 2*[[Note]].');
  }

  #blanks(): void {
    while (this.#at < this.#text.length && /\s/u.test(this.#text[this.#at]!)) this.#at++;
  }

  #fail(mistake: ExpressionMistake, reason: string, hint: string): never {
    throw new PortolanError('EXPRESSION_INVALID', { column: this.#at + 1, mistake, reason, hint });
  }
}
