import { graphemeFloor } from '../../common/text.ts';
import type { Heading, ParsedNote } from '../parse/note.ts';
import type { Counter } from './piece.ts';

/** What stands before a chunk's text in its input: the title from frontmatter and the headings above. */
export interface Context {
  readonly path: readonly string[];
  readonly text: string;
  readonly tokens: number;
  /** True when the innermost heading did not fit in full. */
  readonly cut: boolean;
}

/** Headings longer than this are cut in paths: nobody reads more of them there. */
const LONGEST_HEADING = 200;

/** Index of the nearest heading above with a smaller level, -1 for none; for every heading. Linear. */
export function parents(headings: readonly Heading[]): number[] {
  const open: number[] = [];
  return headings.map(({ level }, i) => {
    while (open.length > 0 && headings[open.at(-1)!]!.level >= level) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(i);
    return parent;
  });
}

/** Contexts by heading index, made when asked for; at most `most` tokens each. */
export class Contexts {
  readonly #note: ParsedNote;
  readonly #count: Counter;
  readonly #most: number;
  readonly #parents: readonly number[];
  readonly #made = new Map<number, Context>();

  constructor(note: ParsedNote, above: readonly number[], count: Counter, most: number) {
    this.#note = note;
    this.#count = count;
    this.#most = most;
    this.#parents = above;
  }

  of(heading: number): Context {
    const made = this.#made.get(heading) ?? this.#make(heading);
    this.#made.set(heading, made);
    return made;
  }

  #make(heading: number): Context {
    const path: string[] = [];
    for (let i = heading; i >= 0; i = this.#parents[i]!) {
      const { text } = this.#note.headings[i]!;
      if (text) path.unshift(text.slice(0, graphemeFloor(text, LONGEST_HEADING)));
    }
    const long = (this.#note.headings[heading]?.text.length ?? 0) > LONGEST_HEADING;
    const title = this.#note.titleFrom === 'frontmatter' ? this.#note.title.slice(0, LONGEST_HEADING) : '';
    const named = title !== path[0] ? title : '';
    // The innermost heading says most; the title next; of the headings between, the inner ones.
    for (let skipped = 0; skipped < path.length || (named && skipped === 0); skipped++) {
      const made = this.#fit(compose(named, path.slice(skipped)));
      if (made) return { path, ...made, cut: long };
    }
    const inner = path.at(-1) ?? named;
    for (let length = inner.length; length > 0; length >>= 1) {
      const made = this.#fit(inner.slice(0, graphemeFloor(inner, length)));
      if (made) return { path, ...made, cut: long || (path.length > 0 && length < inner.length) };
    }
    return { path, text: '', tokens: 0, cut: path.length > 0 };
  }

  #fit(text: string): { text: string; tokens: number } | undefined {
    const tokens = text ? this.#count(`${text}\n`) : 0;
    return tokens <= this.#most ? { text, tokens } : undefined;
  }
}

const compose = (title: string, path: readonly string[]): string =>
  [title, path.join(' > ')].filter(Boolean).join('\n');
