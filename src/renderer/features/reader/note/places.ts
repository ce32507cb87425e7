import type { Span } from '../../../../common/span.ts';
import { fold } from '../../../../common/text.ts';
import type { Heading } from '../../../../contract/notes.ts';
import type { Block } from '../markdown/types.ts';

/** The part of a link behind '#': headings from the outside in, or a block's id. */
export interface Subpath {
  readonly headings: readonly string[];
  readonly block: string | null;
}

/** Reads `Note#Heading#Sub` or `Note#^block`; null where the link means the whole note. */
export function readSubpath(target: string): Subpath | null {
  const hash = target.indexOf('#');
  const parts =
    hash < 0
      ? []
      : target
          .slice(hash + 1)
          .split('#')
          .map((part) => part.trim())
          .filter(Boolean);
  if (parts.length === 0) return null;
  const last = parts.at(-1)!;
  if (last.startsWith('^')) return { headings: parts.slice(0, -1), block: last.slice(1) };
  return { headings: parts, block: null };
}

/** Obsidian compares headings without their punctuation, since links cannot hold all of it. */
const comparable = (heading: string): string =>
  fold(heading)
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The heading that a link names, by its path of headings or its last one; -1 where there is none. */
export function findHeading(headings: readonly Heading[], names: readonly string[]): number {
  const wanted = names.map(comparable);
  let from = 0;
  let found = -1;
  for (const name of wanted) {
    found = headings.findIndex((heading, i) => i >= from && comparable(heading.text) === name);
    if (found < 0) break;
    from = found + 1;
  }
  if (found >= 0 || wanted.length < 2) return found;
  return headings.findIndex((heading) => comparable(heading.text) === wanted.at(-1));
}

/** A heading with all that stands under it, to the next one of its level. */
export function sectionOf(headings: readonly Heading[], index: number, length: number): Span {
  const { start, level } = headings[index]!;
  const next = headings.find((heading, i) => i > index && heading.level <= level);
  return { start, end: next?.start ?? length };
}

/** Index of the block that holds an offset, or of the last one before it; 0 where there is none. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
