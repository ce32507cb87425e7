import type { Box, Point } from './geometry.ts';

/** What a letter takes on average, and a line, at the size of labels; see `.edgeLabel`. */
const LETTER = 7.3;
const LINE = 17;
const PADDING = 3;

/** Where along the line room is looked for, the middle first. */
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] as const;
const MOST_LINES = 4;

export interface EdgeLabel extends Box {
  readonly lines: readonly string[];
}

/**
 * Where the label of an edge stands: near the middle of its line, in as few lines of text as fit there without covering
 * a card; where nothing fits, in the middle all the same.
 */
export function placeLabel(text: string, at: (share: number) => Point, cards: readonly Box[]): EdgeLabel {
  const words = text.trim().split(/\s+/u);
  const one = boxOf([words.join(' ')], at(0.5));
  for (let count = 1; count <= Math.min(MOST_LINES, words.length); count++) {
    const lines = inLines(words, count);
    for (const share of ALONG) {
      const label = boxOf(lines, at(share));
      if (!cards.some((card) => overlap(card, label))) return label;
    }
  }
  return one;
}

/** The words in at most so many lines, the longest of them as short as can be. */
function inLines(words: readonly string[], count: number): string[] {
  const longest = Math.max(...words.map(({ length }) => length));
  for (let width = longest; ; width++) {
    const lines: string[] = [];
    for (const word of words) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    if (lines.length <= count) return lines;
  }
}

function boxOf(lines: readonly string[], { x, y }: Point): EdgeLabel {
  const width = Math.max(...lines.map(({ length }) => length)) * LETTER + 2 * PADDING;
  const height = lines.length * LINE + 2 * PADDING;
  return { lines, x: x - width / 2, y: y - height / 2, width, height };
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
