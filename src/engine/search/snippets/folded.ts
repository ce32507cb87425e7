import { fold } from '../../../common/text.ts';

const ASCII = /^[\0-\x7f]*$/;
/** Plain characters up to the last one that a mark may follow; or a character with the marks on it. */
const PIECE = /[\0-\x7f]+(?!\p{M})|[^\p{M}]\p{M}*|\p{M}+/gsu;

/** A text as phrases are compared with it, with the way back. */
export interface Folded {
  readonly text: string;
  /** Offset in the source of an offset in `text`. */
  sourceAt(offset: number): number;
}

/** Case, accents and compatibility forms folded, character by character, so that every offset leads back. */
export function folded(source: string): Folded {
  if (ASCII.test(source)) return { text: source.toLowerCase(), sourceAt: (offset) => offset };
  let text = '';
  // Runs in which every character became one: most texts are a few.
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: piece, index } of source.matchAll(PIECE)) {
    const plain = fold(piece.normalize('NFKC'));
    const even = plain.length === piece.length && (plain.length === 1 || ASCII.test(piece));
    for (let i = 0; i < (even ? 1 : plain.length); i++) {
      const last = from.length - 1;
      const follows = last >= 0 && even && text.length + i - from[last]! === index - to[last]!;
      if (follows) continue;
      from.push(text.length + i);
      to.push(index);
    }
    text += plain;
  }
  from.push(text.length);
  to.push(source.length);
  return { text, sourceAt: (offset) => placeOf(from, to, offset) };
}

function placeOf(from: readonly number[], to: readonly number[], offset: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (from[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.min(to[low]! + Math.max(0, offset - from[low]!), to.at(-1)!);
}
