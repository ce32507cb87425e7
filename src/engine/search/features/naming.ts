import type { WordIndex } from '../words/word-index.ts';
import type { NameIndex, Names } from './names.ts';

/** How the asked note and every other name one another, by slot; each 0..1. */
export interface Naming {
  /** How much of the other's title the asked text says, each word by its rarity. */
  readonly titleHere: Float32Array;
  /** Share of the asked note's title that the other's text says. */
  readonly titleThere: Float32Array;
  /** The asked text says a whole name of the other: the rarity of its rarest word, divided among notes so called. */
  readonly nameHere: Float32Array;
  /** The other's text says a whole name of the asked note. */
  readonly nameThere: Float32Array;
}

/** The asked note: its words, and what it is called by. */
interface Asked {
  readonly terms: ReadonlyMap<string, number>;
  readonly names: Names;
}

/** Works on words alone, links aside. About a millisecond at 50,000 notes: only notes that are named are touched. */
export function namingOf(
  words: WordIndex,
  names: NameIndex,
  { terms, names: own }: Asked,
  slots: number,
): Naming {
  const rarest = Math.log(words.noteCount + 1);
  const rarity = (term: string) => (rarest > 0 ? Math.min(1, words.idfOf(term) / rarest) : 0);
  const titleHere = new Float32Array(slots);
  const touched = new Set<number>();
  for (const term of terms.keys()) {
    const weight = rarity(term);
    if (weight === 0) continue;
    for (const slot of names.holding(term)) {
      touched.add(slot);
      if (names.of(slot)!.terms.includes(term)) titleHere[slot] = Math.min(1, titleHere[slot]! + weight);
    }
  }
  const nameHere = new Float32Array(slots);
  const called = new Map<string, number[]>();
  for (const slot of touched)
    for (const name of names.of(slot)!.names)
      if (name.every((term) => terms.has(term))) {
        const key = name.join(' ');
        called.set(key, [...(called.get(key) ?? []), slot]);
      }
  for (const [key, named] of called) {
    const weight = Math.max(...key.split(' ').map(rarity)) / named.length;
    for (const slot of named) nameHere[slot] = Math.max(nameHere[slot]!, weight);
  }
  return {
    titleHere,
    nameHere,
    titleThere: words.coverage(own.terms, slots),
    nameThere: nameThere(words, own, rarity, slots),
  };
}

function nameThere(
  words: WordIndex,
  own: Names,
  rarity: (term: string) => number,
  slots: number,
): Float32Array {
  const out = new Float32Array(slots);
  for (const name of own.names) {
    const weight = Math.max(...name.map(rarity));
    if (weight === 0) continue;
    for (const [slot, share] of words.coverage(name, slots).entries())
      if (share > 1 - 1e-4 && weight > out[slot]!) out[slot] = weight;
  }
  return out;
}
