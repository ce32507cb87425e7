import { stem } from '../../../common/ids.ts';
import { terms } from '../../lexicon/terms.ts';

/** A note of more aliases is found by the first of them. */
const MOST_NAMES = 8;
/** Shorter names, such as "C" or "R2", stand in any text without meaning the note. */
const SHORTEST = 3;

/** What a note is called by, as words are compared. */
export interface Names {
  /** Distinct terms of title and aliases. */
  readonly terms: readonly string[];
  /** Distinct terms of every name by itself: title, file name, aliases. */
  readonly names: readonly (readonly string[])[];
}

interface Named {
  readonly path: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly language: string;
}

export function namesOf({ path, title, aliases, language }: Named): Names {
  const called = [title, ...aliases];
  const each = [...new Set([...called, stem(path)])]
    .slice(0, MOST_NAMES)
    .map((name) => [...new Set(terms(name, language))])
    .filter((name) => name.join('').length >= SHORTEST);
  const distinct = new Map(each.map((name) => [[...name].sort().join(' '), name]));
  return {
    terms: [...new Set(called.slice(0, MOST_NAMES).flatMap((name) => terms(name, language)))],
    names: [...distinct.values()],
  };
}

/** The names of all notes, looked up by their words. */
export class NameIndex {
  readonly #names: (Names | undefined)[] = [];
  /** Slots with a term in any of their names. */
  readonly #slots = new Map<string, Set<number>>();

  set(slot: number, names: Names): void {
    this.remove(slot);
    this.#names[slot] = names;
    for (const term of wordsOf(names)) {
      const slots = this.#slots.get(term);
      if (slots) slots.add(slot);
      else this.#slots.set(term, new Set([slot]));
    }
  }

  remove(slot: number): void {
    const names = this.#names[slot];
    if (!names) return;
    this.#names[slot] = undefined;
    for (const term of wordsOf(names)) {
      const slots = this.#slots.get(term);
      slots?.delete(slot);
      if (slots?.size === 0) this.#slots.delete(term);
    }
  }

  of(slot: number): Names | undefined {
    return this.#names[slot];
  }

  /** Slots of notes whose names hold a term. */
  holding(term: string): Iterable<number> {
    return this.#slots.get(term) ?? [];
  }
}

const wordsOf = ({ terms: own, names }: Names): Set<string> => new Set([...own, ...names.flat()]);
