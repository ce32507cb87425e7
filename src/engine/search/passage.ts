import type { NoteRef, Passage } from '../../contract/common.ts';
import type { ChunkRecord, NoteRecord } from '../store/types.ts';

/** Records as the contract shows them. */

export const toPassage = ({ start, end, headingPath, text }: ChunkRecord): Passage => ({
  start,
  end,
  headingPath: [...headingPath],
  text,
});

export const toNoteRef = ({ path, title, language }: NoteRecord): NoteRef => ({ path, title, language });
