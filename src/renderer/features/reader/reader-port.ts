import { create } from 'zustand';
import type { NoteText } from '../../../contract/note.ts';

/** The note that the reader shows, for the panes that belong to it. */
interface ReaderPort {
  readonly note: NoteText | null;
  /** Shows a place of it. */
  readonly jump: ((offset: number) => void) | null;
}

export const useReaderPort = create<ReaderPort>(() => ({ note: null, jump: null }));
