import { fold } from '../../../common/text.ts';
import type { NoteEntry } from '../../../contract/notes.ts';

/** A value that notes can be narrowed by, and how many have it. */
export interface Facet {
  readonly value: string;
  readonly notes: number;
}

/** What a vault's notes can be narrowed by, the commonest first. */
export interface Facets {
  readonly folders: readonly Facet[];
  readonly tags: readonly Facet[];
  readonly languages: readonly Facet[];
}

export const NO_FACETS: Facets = { folders: [], tags: [], languages: [] };

/** Folders count what is in the folders within them, tags what has a tag below them. */
export function facetsOf(notes: readonly Pick<NoteEntry, 'path' | 'tags' | 'language'>[]): Facets {
  const folders = new Tally();
  const tags = new Tally();
  const languages = new Tally();
  for (const { path, tags: own, language } of notes) {
    folders.add(prefixes(path.slice(0, Math.max(0, path.lastIndexOf('/')))));
    tags.add(own.flatMap(prefixes));
    languages.add([language]);
  }
  return { folders: folders.sorted(), tags: tags.sorted(), languages: languages.sorted() };
}

/** 'a/b/c' is 'a', 'a/b' and 'a/b/c'. */
function prefixes(path: string): string[] {
  const parts = path.split('/').filter(Boolean);
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
}

class Tally {
  /** By folded value: the spelling met first, and how many notes. */
  readonly #counts = new Map<string, { value: string; notes: number }>();

  add(values: readonly string[]): void {
    for (const [folded, value] of new Map(Array.from(values, (v) => [v.toLowerCase(), v]))) {
      const known = this.#counts.get(folded);
      if (known) known.notes++;
      else this.#counts.set(folded, { value, notes: 1 });
    }
  }

  sorted(): Facet[] {
    return [...this.#counts.values()].sort((a, b) => b.notes - a.notes || (a.value < b.value ? -1 : 1));
  }
}

/** Values that hold what was typed: those that begin with it first, then those in which a part begins with it. */
export function matching(facets: readonly Facet[], typed: string, limit: number): Facet[] {
  const wanted = fold(typed.trim());
  if (!wanted) return facets.slice(0, limit);
  const ranked = facets.flatMap((facet) => {
    const value = fold(facet.value);
    const at = value.indexOf(wanted);
    if (at < 0) return [];
    return [{ facet, rank: at === 0 ? 0 : /[\s/_-]/.test(value[at - 1]!) ? 1 : 2 }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ facet }) => facet);
}
