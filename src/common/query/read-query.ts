import type { ErrorParams } from '../error-codes.ts';
import { PortolanError } from '../errors.ts';
import type { Span } from '../span.ts';
import { dayNamed, localDate } from './days.ts';
import { languageNamed } from './languages.ts';
import type {
  FilterField,
  FilterPart,
  QueryMistake,
  QueryPart,
  QueryProblem,
  ReadQuery,
} from './query-part.ts';

/**
 * The language of questions: words, `"exact phrases"`, `-word`, `-"phrase"`, and `tag:` `path:` `lang:` `linked:`
 * `before:` `after:`, each also with `-`. Whatever is none of these is text: `12:30`, `C++`, `https://…`, `foo:bar`.
 */

const FIELDS: readonly FilterField[] = ['tag', 'path', 'lang', 'linked', 'before', 'after'];
const OPERATOR = new RegExp(`(${FIELDS.join('|')}):`, 'iy');
/** Opening quotes, and what may close each: keyboards and phones write them in many ways. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"”“',
  '“': '”"“',
  '”': '”"',
  '„': '“”"',
  '«': '»',
  '＂': '＂',
};
const MEANS_SOMETHING = /[\p{L}\p{N}\p{Co}\p{S}]/u;
/** A sign that takes away stands right before a word or a quote; in `--flag`, `->`, `-5` and `- item` it does not. */
const TAKES_AWAY = /-(?=[\p{L}\p{Co}"“„«＂])/uy;
const BLANK = /\s/u;

export interface ReadingOptions {
  /** The question is still being typed: what is not finished at its end is no mistake yet. */
  readonly typing?: boolean;
  /** ISO date of the person's day. */
  readonly today?: string;
}

/** Reads a question and throws QUERY_SYNTAX where it makes no sense, with the column, from 1, and what to do there. */
export function parseQuery(query: string, options: ReadingOptions = {}): readonly QueryPart[] {
  const { parts, problem } = readQuery(query, options);
  if (problem) throw syntaxError(problem, query);
  return parts;
}

/** `query` travels with the error, so that whoever shows it can point at the place. */
export const syntaxError = (
  { start, end, reason, hint }: Omit<QueryProblem, 'mistake'>,
  query: string,
  more: ErrorParams = {},
): PortolanError =>
  new PortolanError('QUERY_SYNTAX', { ...more, column: start + 1, length: end - start, reason, hint, query });

/** Reads a question as far as it makes sense; never throws. For colouring: parts that do are there with a problem too. */
export function readQuery(query: string, options: ReadingOptions = {}): ReadQuery {
  const reader = new Reader(query, options);
  reader.read();
  return { parts: reader.parts, problem: reader.problem };
}

class Reader {
  readonly parts: QueryPart[] = [];
  problem: QueryProblem | null = null;
  readonly #text: string;
  readonly #typing: boolean;
  readonly #today: () => string;
  #at = 0;

  constructor(text: string, { typing = false, today }: ReadingOptions) {
    this.#text = text;
    this.#typing = typing;
    this.#today = () => today ?? localDate(new Date());
  }

  read(): void {
    for (;;) {
      while (this.#at < this.#text.length && BLANK.test(this.#text[this.#at]!)) this.#at++;
      if (this.#at >= this.#text.length) return;
      const start = this.#at;
      const negated = matchAt(TAKES_AWAY, this.#text, start) !== null;
      if (negated) this.#at++;
      let part = this.#quoted(start, negated);
      if (part === undefined) part = this.#filter(start, negated);
      if (part === undefined) part = this.#word(start, negated);
      if (part) this.#put(part);
    }
  }

  /** Bare words next to each other are one text. */
  #put(part: QueryPart): void {
    const before = this.parts.at(-1);
    if (part.kind !== 'text' || before?.kind !== 'text') {
      this.parts.push(part);
      return;
    }
    const text = this.#text.slice(before.start, part.end);
    this.parts[this.parts.length - 1] = { kind: 'text', text, start: before.start, end: part.end };
  }

  #word(start: number, negated: boolean): QueryPart {
    const end = this.#blankFrom(this.#at);
    const text = this.#text.slice(this.#at, end);
    this.#at = end;
    return negated ? { kind: 'without', text, start, end } : { kind: 'text', text, start, end };
  }

  /** Undefined where no quotation stands here; null where one does that makes no sense. */
  #quoted(start: number, negated: boolean): QueryPart | null | undefined {
    const found = this.#quotation();
    if (found === undefined) return undefined;
    if (found === null) return null;
    if (MEANS_SOMETHING.test(found)) return { kind: 'phrase', text: found, negated, start, end: this.#at };
    return { kind: 'text', text: this.#text.slice(start, this.#at), start, end: this.#at };
  }

  /** The text in quotes here, past which it goes; undefined where there is no quote, null where it is never closed. */
  #quotation(): string | null | undefined {
    const open = this.#at;
    const closing = QUOTES[this.#text[open] ?? ''];
    if (closing === undefined) return undefined;
    let close = open + 1;
    while (close < this.#text.length && !closing.includes(this.#text[close]!)) close++;
    if (close < this.#text.length) {
      this.#at = close + 1;
      return this.#text.slice(open + 1, close).trim();
    }
    this.#at = this.#text.length;
    if (this.#typing) return this.#text.slice(open + 1).trim();
    this.#fail(
      { start: open, end: open + 1 },
      'quote-open',
      'this quote is never closed',
      'Add a quote where the phrase ends.',
    );
    return null;
  }

  /** Undefined where no operator stands here; null where one does that makes no sense. */
  #filter(start: number, negated: boolean): FilterPart | null | undefined {
    const operator = matchAt(OPERATOR, this.#text, this.#at);
    if (!operator) return undefined;
    const field = operator[1]!.toLowerCase() as FilterField;
    const named = { start: this.#at, end: this.#at + operator[0].length };
    this.#at = named.end;
    const valueStart = this.#at;
    const inBrackets = field === 'linked' ? this.#bracketed() : undefined;
    const written = inBrackets === undefined ? this.#value() : inBrackets;
    if (written === null) return null;
    const valueSpan = { start: valueStart, end: this.#at };
    if (written === '') {
      if (!(this.#typing && this.#at >= this.#text.length))
        this.#fail(named, 'value-missing', `a value is missing after “${operator[0]}”`, EXAMPLES[field]);
      return null;
    }
    const bare = !(this.#text[valueStart]! in QUOTES || this.#text.startsWith('[[', valueStart));
    const meaning = this.#meaning(field, written, bare, valueSpan);
    return meaning && { kind: 'filter', field, ...meaning, valueSpan, negated, start, end: this.#at };
  }

  #value(): string | null {
    const quoted = this.#quotation();
    if (quoted !== undefined) return quoted;
    const end = this.#blankFrom(this.#at);
    const value = this.#text.slice(this.#at, end);
    this.#at = end;
    return value;
  }

  /** `[[Note]]`, of which a heading and a shown name say nothing here. */
  #bracketed(): string | null | undefined {
    if (!this.#text.startsWith('[[', this.#at)) return undefined;
    const open = this.#at;
    const close = this.#text.indexOf(']]', open + 2);
    this.#at = close < 0 ? this.#text.length : close + 2;
    if (close < 0 && !this.#typing) {
      this.#fail(
        { start: open, end: open + 2 },
        'note-open',
        'the note’s name is never closed',
        'Add “]]” after it.',
      );
      return null;
    }
    const inner = this.#text.slice(open + 2, close < 0 ? undefined : close);
    return inner
      .split('|')[0]!
      .replace(/(?<=.)#.*$/su, '')
      .trim();
  }

  #meaning(
    field: FilterField,
    written: string,
    bare: boolean,
    span: Span,
  ): Pick<FilterPart, 'value' | 'links'> | null {
    const unfinished = this.#typing && this.#at >= this.#text.length;
    switch (field) {
      case 'tag':
        return { value: written.replace(/^#+/, '') || written };
      case 'path':
        return { value: written };
      case 'linked': {
        const word = bare ? written.toLowerCase() : '';
        return { value: written, links: word === 'none' || word === 'any' ? word : 'note' };
      }
      case 'lang': {
        const value = languageNamed(written);
        if (value === undefined && !unfinished)
          this.#fail(
            span,
            'no-language',
            `“${written}” is no language`,
            'Write its name or code: lang:es, lang:english.',
          );
        return value === undefined ? null : { value };
      }
      case 'before':
      case 'after': {
        const value = dayNamed(written, this.#today());
        if (value === undefined && !unfinished)
          this.#fail(
            span,
            'no-date',
            `“${written}” is no date`,
            `Write ${field}:2024-05-31, ${field}:2024-05 or ${field}:30d.`,
          );
        return value === undefined ? null : { value };
      }
    }
  }

  #blankFrom(at: number): number {
    while (at < this.#text.length && !BLANK.test(this.#text[at]!)) at++;
    return at;
  }

  #fail(span: Span, mistake: QueryMistake, reason: string, hint: string): void {
    this.problem ??= { start: span.start, end: span.end, mistake, reason, hint };
  }
}

const EXAMPLES: Readonly<Record<FilterField, string>> = {
  tag: 'Write it without a blank: tag:recipe.',
  path: 'Write it without a blank: path:Journal, path:"My notes".',
  lang: 'Write it without a blank: lang:es.',
  linked: 'Write a note’s name without a blank: linked:[[Note]]; or linked:none, linked:any.',
  before: 'Write a date without a blank: before:2024-05-31.',
  after: 'Write a date without a blank: after:2024-05-31.',
};

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
