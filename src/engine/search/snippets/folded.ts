import { fold } from '../../../common/text.ts';

const ASCII = /^[\0-\x7f]*$/;
/** A character with the marks on it. */
const CLUSTER = /[^\p{M}]\p{M}*|\p{M}+/gsu;

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
  const places: number[] = [];
  for (const { 0: cluster, index } of source.matchAll(CLUSTER)) {
    const plain = fold(cluster.normalize('NFKC'));
    for (let i = 0; i < plain.length; i++) places.push(index);
    text += plain;
  }
  places.push(source.length);
  return { text, sourceAt: (offset) => places[Math.min(offset, places.length - 1)]! };
}
