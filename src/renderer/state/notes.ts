import { create } from 'zustand';
import type { NoteEntry } from '../../contract/notes.ts';

/** All notes of the vault, as trees, switchers and tabs show them. Written by `app/`, read everywhere. */
interface Notes {
  /** By path; null until the engine has told them. */
  readonly list: readonly NoteEntry[] | null;
  readonly byPath: ReadonlyMap<string, NoteEntry>;
}

const NONE: ReadonlyMap<string, NoteEntry> = new Map();

export const useNotes = create<Notes>(() => ({ list: null, byPath: NONE }));

export function setNotes(list: readonly NoteEntry[] | null): void {
  useNotes.setState({ list, byPath: list ? new Map(list.map((note) => [note.path, note])) : NONE });
}
