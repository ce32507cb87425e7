import type { NoteEntry, NoteHeadings } from '../../contract/notes.ts';
import { Breath } from '../state/breathe.ts';
import { Haystack } from './haystack.ts';
import { Needle } from './needle.ts';

export interface Found {
  readonly note: NoteEntry;
  readonly by: 'title' | 'alias' | 'heading' | 'path';
  /** The alias or the heading; the title otherwise. */
  readonly text: string;
}

/** Texts of one kind, and the notes that they name. */
class Shelf {
  readonly by: Found['by'];
  readonly hay = new Haystack();
  /** Index of the note, and the text as it is written. */
  readonly #of: number[] = [];
  readonly #texts: string[] = [];

  constructor(by: Found['by']) {
    this.by = by;
  }

  put(note: number, text: string): void {
    this.hay.add(text);
    this.#of.push(note);
    this.#texts.push(text);
  }

  note(i: number): number {
    return this.#of[i]!;
  }

  text(i: number): string {
    return this.#texts[i]!;
  }
}

interface Shelves {
  readonly titles: Shelf;
  readonly aliases: Shelf;
  readonly headings: Shelf;
  readonly paths: Shelf;
}

/** How many of each kind are shown at most, so that none hides the others. */
const MOST = { title: 24, alias: 10, heading: 14, path: 6 } as const;
/** Fewer results than this, and letters are matched too. */
const FEW = 8;

/** Names of all notes, ready to be looked through at every key. */
export class NoteIndex {
  readonly #notes: readonly NoteEntry[];
  readonly #byPath: ReadonlyMap<string, number>;
  readonly #titles: Shelf;
  readonly #aliases: Shelf;
  readonly #headings: Shelf;
  readonly #paths: Shelf;

  private constructor(notes: readonly NoteEntry[], byPath: ReadonlyMap<string, number>, shelves: Shelves) {
    this.#notes = notes;
    this.#byPath = byPath;
    this.#titles = shelves.titles;
    this.#aliases = shelves.aliases;
    this.#headings = shelves.headings;
    this.#paths = shelves.paths;
  }

  /** Puts the notes' names together, in slices that hold nothing up. */
  static async build(notes: readonly NoteEntry[], signal?: AbortSignal): Promise<NoteIndex> {
    const byPath = new Map<string, number>();
    const shelves = {
      titles: new Shelf('title'),
      aliases: new Shelf('alias'),
      headings: new Shelf('heading'),
      paths: new Shelf('path'),
    };
    const breath = new Breath(signal);
    for (const [at, note] of notes.entries()) {
      byPath.set(note.path, at);
      shelves.titles.put(at, note.title);
      shelves.paths.put(at, note.path);
      for (const alias of note.aliases) shelves.aliases.put(at, alias);
      if (breath.due()) await breath.take();
    }
    for (const { hay } of Object.values(shelves)) hay.seal();
    return new NoteIndex(notes, byPath, shelves);
  }

  /** The same with headings, which come later; those of notes that are not there are left out. */
  async withHeadings(all: readonly NoteHeadings[], signal?: AbortSignal): Promise<NoteIndex> {
    const breath = new Breath(signal);
    const headings = new Shelf('heading');
    for (const { path, headings: those } of all) {
      const at = this.#byPath.get(path);
      if (at === undefined) continue;
      const { title } = this.#notes[at]!;
      // A heading that is the title says nothing new.
      for (const { text } of those) if (text !== title) headings.put(at, text);
      if (breath.due()) await breath.take();
    }
    headings.hay.seal();
    return new NoteIndex(this.#notes, this.#byPath, {
      titles: this.#titles,
      aliases: this.#aliases,
      headings,
      paths: this.#paths,
    });
  }

  get(path: string): NoteEntry | undefined {
    const at = this.#byPath.get(path);
    return at === undefined ? undefined : this.#notes[at];
  }

  /** Notes by what was typed: titles before aliases before headings before folders, each the nearest first. */
  find(typed: string): Found[] {
    const needle = new Needle(typed);
    if (needle.text === '') return [];
    const results: Found[] = [];
    const listed = new Set<number>();
    const list = (shelf: Shelf, found: readonly number[]) => {
      for (const i of found) {
        const at = shelf.note(i);
        // A note is listed once by a name of its own; its headings are places of their own.
        if (shelf.by !== 'heading' && listed.has(at)) continue;
        if (shelf.by !== 'heading') listed.add(at);
        results.push({ note: this.#notes[at]!, by: shelf.by, text: shelf.text(i) });
      }
    };
    const byFolder = typed.includes('/');
    const shelves = byFolder ? [this.#paths] : [this.#titles, this.#aliases, this.#headings, this.#paths];
    for (const shelf of shelves) {
      const anyOrder = shelf.by === 'title' || results.length < FEW;
      list(shelf, needle.find(shelf.hay, MOST[shelf.by], anyOrder));
    }
    if (results.length >= FEW) return results;
    for (const shelf of byFolder ? [this.#paths] : [this.#titles, this.#aliases])
      list(shelf, needle.findLoosely(shelf.hay, MOST[shelf.by]));
    return results;
  }
}
