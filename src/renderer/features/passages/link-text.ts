import { foldCase } from '../../../common/text.ts';

interface Named {
  readonly path: string;
  readonly title: string;
}

/** How many notes of a vault have a file name. */
export type Names = ReadonlyMap<string, number>;

export function namesOf(notes: readonly Pick<Named, 'path'>[]): Names {
  const names = new Map<string, number>();
  for (const { path } of notes) {
    const name = foldCase(nameOf(path));
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  return names;
}

/** What no wikilink can hold: Obsidian would read it as something else. */
const UNLINKABLE = /[[\]|#^]/;

/**
 * A link to a note as Obsidian writes it: the file's name where no other note has it, else its whole path; with the
 * title to be shown where that is another one. Names that no wikilink can hold make a Markdown link.
 */
export function linkText({ path, title }: Named, names: Names): string {
  const name = nameOf(path);
  const target = (names.get(foldCase(name)) ?? 0) > 1 ? withoutMd(path) : name;
  if (UNLINKABLE.test(target))
    return `[${title.replace(/[[\]]/g, '')}](${path.split('/').map(encodeURIComponent).join('/')})`;
  const shown = title.replace(/[[\]|]/g, '').trim();
  return shown && shown !== target ? `[[${target}|${shown}]]` : `[[${target}]]`;
}

const withoutMd = (path: string): string => path.replace(/\.md$/iu, '');
const nameOf = (path: string): string => withoutMd(path.slice(path.lastIndexOf('/') + 1));

/** The folder that a note lies in; empty at the top of the vault. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
