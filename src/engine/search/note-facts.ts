import { baseName, folderOf } from '../../common/ids.ts';
import { fold, foldCase } from '../../common/text.ts';

/** What of a note filters read. */
export interface NoteFacts {
  readonly path: string;
  /** Without '#'. */
  readonly tags: readonly string[];
  /** ISO date from frontmatter or a daily note's name. */
  readonly date: string | null;
  readonly mtimeMs: number;
}

const NO_TAGS: readonly number[] = [];
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Strings by number: what few values many notes share is kept once, and compared once a question. */
export class Interned {
  readonly values: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: string): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.values.length;
      this.#numbers.set(value, number);
      this.values.push(value);
    }
    return number;
  }
}

/** The facts of every note by slot, in about 100 bytes each. */
export class NoteFactsTable {
  /** Folders in NFC and lower case; '' is the vault's own. */
  readonly folders = new Interned();
  /** Tags in NFC and lower case. */
  readonly tags = new Interned();
  readonly #folder: number[] = [];
  readonly #name: string[] = [];
  readonly #tags: (readonly number[])[] = [];
  readonly #day: number[] = [];
  readonly #mtime: number[] = [];

  put(slot: number, { path, tags, date, mtimeMs }: NoteFacts): void {
    this.#folder[slot] = this.folders.numberOf(foldCase(folderOf(path)));
    this.#name[slot] = fold(baseName(path));
    this.#tags[slot] =
      tags.length === 0 ? NO_TAGS : [...new Set(tags.map((tag) => this.tags.numberOf(foldCase(tag))))];
    this.#day[slot] = date === null ? localDay(mtimeMs) : dayOf(date);
    this.#mtime[slot] = mtimeMs;
  }

  /** Number of the note's folder in `folders`; -1 where nothing is known. */
  folderOf(slot: number): number {
    return this.#folder[slot] ?? -1;
  }

  /** File name with its extension, case and accents folded. */
  nameOf(slot: number): string {
    return this.#name[slot] ?? '';
  }

  /** Numbers of the note's tags in `tags`. */
  tagsOf(slot: number): readonly number[] {
    return this.#tags[slot] ?? NO_TAGS;
  }

  /** Days since 1970 of the day the note names, else of its last change where the person is. */
  dayOf(slot: number): number {
    return this.#day[slot] ?? 0;
  }

  mtimeOf(slot: number): number {
    return this.#mtime[slot] ?? 0;
  }
}

/** An ISO date as days since 1970. */
export const dayOf = (isoDate: string): number => Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / DAY_MS);

/** The calendar's day of a moment, as a file manager would show it. */
function localDay(ms: number): number {
  const offset = new Date(ms).getTimezoneOffset();
  return Math.floor((ms - (Number.isNaN(offset) ? 0 : offset) * MINUTE_MS) / DAY_MS);
}
