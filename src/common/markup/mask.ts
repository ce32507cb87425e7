import { findJsx } from './mdx.ts';
import { mayPrecedeTag, tagLength } from './tag.ts';

/**
 * Obsidian's own constructs, found before Markdown is parsed and blanked out in a copy of the same length, so that the
 * Markdown parser neither trips over them (`_` in a formula, `|` in a link inside a table) nor needs to know them.
 */
export interface MaskItem {
  readonly kind: 'wikilink' | 'embed' | 'math' | 'math-block' | 'comment' | 'hidden' | 'tag';
  readonly start: number;
  readonly end: number;
}

export interface Masked {
  /** As long as the source; `\n` is its only line end. */
  readonly text: string;
  /** Sorted, not overlapping. */
  readonly items: readonly MaskItem[];
  /** Offsets at which the text may be cut without changing how it is read, 0 the first; far apart. */
  readonly segments: readonly number[];
}

/** Stands for what is blanked out inside a paragraph: a private letter, neither space nor punctuation. */
export const FILL = '\uE000';
const LONGEST_WIKILINK = 2000;
/** A large note is parsed in segments of at least this length, so that only one tree at a time is in memory. */
const SEGMENT = 64 * 1024;
/** Whoever waits for the first screen gets it from a short segment, and others soon after. */
const FIRST_TO_READ = 6 * 1024;
const TO_READ = 24 * 1024;
/** A list this long is cut between its items, though numbers may then begin anew. */
const LONGEST_TO_READ = 4 * TO_READ;
/** After a blank line, a line that starts like this starts a block of the document, whatever was open before. */
const STARTS_BLOCK = /(?:#{1,6}[ \t]|\p{L})/uy;

/** A line that starts an item of the document's own list. */
const STARTS_ITEM = /(?:[-*+]|\d{1,9}[.)])[ \t]/y;

const SPECIAL = /[`$%[<\\{\n]/g;
const SPECIAL_TO_READ = /[`$%[<\\{\n#]/g;
/**
 * Containers (quotes, list markers) before a line's own content, then a fence. The repetitions are bounded, because
 * the regular expression engine keeps a stack that a line of some megabytes would overflow.
 */
const FENCE = /[ \t]{0,999}(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]{0,99}){0,99}(`{3,999}|~{3,999})/y;
const CONTAINER = /[ \t]{0,999}(?:(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]{0,99}){0,99}/y;
/** Where a paragraph surely ends: a blank line, or a line that starts another block. */
const BLOCK_END =
  /\n(?=[ \t>]{0,999}(?:\n|$)|[ \t>]{0,999}(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|`{3}|~{3}|\||\$\$))/g;
const NOT_IN_MATH = /\n[ \t]{0,999}(?:`{3}|~{3}|#{1,6}[ \t])/;

export interface MaskOptions {
  readonly mdx: boolean;
  /**
   * For showing the text rather than indexing it: tags are items too, comments beside text are filled like any other
   * item, so that what follows keeps its place on the line, and segments are short.
   */
  readonly reading?: boolean;
}

/** `from`: where the body starts; everything before it is blanked. Linear in the text's length. */
export function mask(text: string, from: number, options: MaskOptions): Masked {
  return new Masker(text, from, options).run();
}

class Masker {
  readonly #text: string;
  readonly #mdx: boolean;
  readonly #reading: boolean;
  readonly #items: MaskItem[] = [];
  readonly #out: string[] = [];
  readonly #segments = [0];
  #copied = 0;
  #pos: number;
  #blockEnd = -1;
  #lineStart = 0;
  /** Where the line's content starts behind its containers; -1 when not known yet. */
  #contentStart = -1;
  /** Below these offsets it is known that there is no closing delimiter. */
  #noCode = new Map<number, number>();
  #noMath = -1;
  #noComment = false;

  constructor(source: string, from: number, { mdx, reading = false }: MaskOptions) {
    this.#text = source.includes('\r')
      ? source.replace(/\r\n?/g, (m) => (m.length > 1 ? ' \n' : '\n'))
      : source;
    this.#mdx = mdx;
    this.#reading = reading;
    this.#pos = from;
    if (from > 0) this.#blank(0, from - 1, ' ');
  }

  run(): Masked {
    this.#line();
    const special = this.#reading ? SPECIAL_TO_READ : SPECIAL;
    for (;;) {
      special.lastIndex = this.#pos;
      const found = special.exec(this.#text);
      if (!found) break;
      const at = found.index;
      this.#pos = at + 1;
      switch (found[0]) {
        case '\n':
          this.#line();
          break;
        case '\\':
          this.#pos++;
          break;
        case '`':
          this.#code(at);
          break;
        case '$':
          this.#math(at);
          break;
        case '%':
          if (this.#text[at + 1] === '%') this.#percent(at);
          break;
        case '[':
          if (this.#text[at + 1] === '[') this.#wikilink(at);
          break;
        case '<':
          this.#angle(at);
          break;
        case '#':
          this.#tag(at);
          break;
        case '{':
          if (this.#mdx && this.#text.startsWith('{/*', at)) this.#until('*/}', at, at + 3, 'comment');
          break;
      }
    }
    this.#out.push(this.#text.slice(this.#copied));
    return { text: this.#out.join(''), items: this.#items, segments: this.#segments };
  }

  /** At a line's start: skips fenced code, which may hold anything. */
  #line(): void {
    for (;;) {
      FENCE.lastIndex = this.#pos;
      const fence = FENCE.exec(this.#text);
      if (!fence) break;
      const lineEnd = this.#lineEnd(FENCE.lastIndex);
      const mark = fence[1]!;
      // A backtick later on the line makes it inline code, not a fence.
      if (mark[0] === '`' && this.#text.slice(FENCE.lastIndex, lineEnd).includes('`')) break;
      this.#pos = this.#fenceEnd(fence[0].slice(0, -mark.length), mark, lineEnd);
      if (this.#pos >= this.#text.length) return;
    }
    this.#lineStart = this.#pos;
    this.#segment();
    this.#contentStart = -1;
    if (this.#mdx && /^(?:import|export)\b/.test(this.#text.slice(this.#pos, this.#pos + 7))) {
      const blank = this.#text.indexOf('\n\n', this.#pos);
      this.#hide('hidden', this.#pos, blank < 0 ? this.#text.length : blank);
    }
  }

  #segment(): void {
    const at = this.#pos;
    const length = at - this.#segments.at(-1)!;
    const least = !this.#reading ? SEGMENT : this.#segments.length > 1 ? TO_READ : FIRST_TO_READ;
    if (length < least) return;
    const starts = /\n[ \t]*\n$/.test(this.#text.slice(at - 20, at)) ? STARTS_BLOCK : STARTS_ITEM;
    if (starts === STARTS_ITEM && (!this.#reading || length < LONGEST_TO_READ)) return;
    starts.lastIndex = at;
    if (starts.test(this.#text)) this.#segments.push(at);
  }

  #fenceEnd(prefix: string, mark: string, lineEnd: number): number {
    const quoted = prefix.includes('>');
    const indent = /[-*+.)]/.test(prefix) ? prefix.length : 0;
    const close = new RegExp(`^[ \\t>]{0,999}\\${mark[0]}{${mark.length},}[ \\t]*$`);
    let pos = lineEnd + 1;
    while (pos < this.#text.length) {
      const end = this.#lineEnd(pos);
      const line = this.#text.slice(pos, end);
      const left = quoted ? !/^[ \t]*>/.test(line) : indent > 0 && leavesList(line, indent);
      if (left) return pos;
      if (close.test(line)) return Math.min(end + 1, this.#text.length);
      pos = end + 1;
    }
    return this.#text.length;
  }

  #code(at: number): void {
    const runEnd = this.#runEnd(at, '`');
    const size = runEnd - at;
    const end = this.#endOfBlock(at);
    this.#pos = runEnd;
    if ((this.#noCode.get(size) ?? -1) >= end) return;
    for (let i = this.#text.indexOf('`', runEnd); i >= 0 && i < end; ) {
      const stop = this.#runEnd(i, '`');
      if (stop - i === size) {
        this.#pos = stop;
        return;
      }
      i = this.#text.indexOf('`', stop);
    }
    this.#noCode.set(size, end);
  }

  #math(at: number): void {
    const runEnd = this.#runEnd(at, '$');
    this.#pos = runEnd;
    if (runEnd - at === 2) this.#mathBlock(at);
    if (runEnd - at >= 2) return;
    const end = this.#endOfBlock(at);
    if (this.#noMath >= end || isSpace(this.#text.charCodeAt(at + 1))) return;
    for (let i = at + 1; i < end; i++) {
      const c = this.#text.charCodeAt(i);
      if (c === 92) i++;
      else if (c === 36 && !isSpace(this.#text.charCodeAt(i - 1)) && !isDigit(this.#text.charCodeAt(i + 1))) {
        if (i > at + 1) this.#add('math', at, i + 1);
        return;
      }
    }
    this.#noMath = end;
  }

  #mathBlock(at: number): void {
    const close = this.#text.indexOf('$$', at + 2);
    if (close < 0) return;
    const limit = this.#startsLine(at) ? this.#text.length : this.#endOfBlock(at);
    if (close >= limit || NOT_IN_MATH.test(this.#text.slice(at, close))) return;
    if (this.#text.slice(at + 2, close).trim()) this.#add('math-block', at, close + 2);
  }

  #percent(at: number): void {
    this.#pos = at + 2;
    const close = this.#text.indexOf('%%', at + 2);
    if (close < 0 || (!this.#startsLine(at) && close >= this.#endOfBlock(at))) return;
    this.#hide('comment', at, close + 2);
  }

  #wikilink(at: number): void {
    // `[[[A]]]` is a link in brackets.
    if (this.#text[at + 2] === '[') return;
    const end = wikilinkEnd(this.#text, at + 2);
    if (end < 0) return;
    const embed = this.#text[at - 1] === '!' && this.#text[at - 2] !== '\\';
    this.#add(embed ? 'embed' : 'wikilink', embed ? at - 1 : at, end);
  }

  #tag(at: number): void {
    const length = mayPrecedeTag(this.#text.charCodeAt(at - 1)) ? tagLength(this.#text, at) : 0;
    if (length) this.#add('tag', at, at + length);
  }

  #angle(at: number): void {
    if (this.#text.startsWith('<!--', at)) {
      if (this.#noComment || !this.#until('-->', at, at + 4, 'comment')) {
        // Markdown would hide the rest of the note behind a comment that is never closed.
        this.#noComment = true;
        this.#blank(at, at + 1, FILL);
      }
    } else if (this.#mdx) {
      const end = findJsx(this.#text, at);
      if (end > at) this.#hide('hidden', at, end);
    }
  }

  #until(close: string, at: number, from: number, kind: MaskItem['kind']): boolean {
    const end = this.#text.indexOf(close, from);
    if (end < 0) return false;
    this.#hide(kind, at, end + close.length);
    return true;
  }

  #add(kind: MaskItem['kind'], start: number, end: number): void {
    this.#items.push({ kind, start, end });
    this.#blank(start, end, FILL);
    this.#pos = end;
  }

  #hide(kind: MaskItem['kind'], start: number, end: number): void {
    this.#items.push({ kind, start, end });
    const alone = !this.#reading || (this.#startsLine(start) && this.#endsLine(end));
    this.#blank(start, end, alone ? ' ' : FILL);
    this.#pos = end;
  }

  #blank(start: number, end: number, fill: string): void {
    this.#out.push(this.#text.slice(this.#copied, start), fill.repeat(end - start));
    this.#copied = end;
  }

  /** True when only containers stand before `at` on its line. */
  #startsLine(at: number): boolean {
    if (this.#contentStart < 0) {
      CONTAINER.lastIndex = this.#lineStart;
      CONTAINER.exec(this.#text);
      this.#contentStart = CONTAINER.lastIndex;
    }
    return this.#contentStart >= at;
  }

  #endsLine(at: number): boolean {
    return this.#text.slice(at, this.#lineEnd(at)).trim() === '';
  }

  #endOfBlock(at: number): number {
    if (this.#blockEnd <= at) {
      BLOCK_END.lastIndex = at;
      this.#blockEnd = BLOCK_END.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#blockEnd;
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end;
  }

  #runEnd(at: number, character: string): number {
    while (this.#text[at] === character) at++;
    return at;
  }
}

/** End of a wikilink whose content starts at `from`, or -1. One line, no `[[` inside, single brackets in pairs. */
export function wikilinkEnd(text: string, from: number): number {
  let depth = 0;
  const limit = Math.min(text.length, from + LONGEST_WIKILINK);
  for (let i = from; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || c === 13) return -1;
    if (c === 91) {
      if (text.charCodeAt(i + 1) === 91) return -1;
      depth++;
    } else if (c === 93) {
      if (depth > 0) depth--;
      else if (text.charCodeAt(i + 1) === 93) return i > from ? i + 2 : -1;
    }
  }
  return -1;
}

const isSpace = (c: number): boolean => c === 32 || c === 9 || c === 10 || Number.isNaN(c);
const isDigit = (c: number): boolean => c >= 48 && c <= 57;

function leavesList(line: string, indent: number): boolean {
  const own = line.search(/[^ \t]/);
  return own >= 0 && own < Math.min(indent, 2);
}
