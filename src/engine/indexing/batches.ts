import type { NoteFile } from '../vault/note-file.ts';

/** Files, and bytes of them, that are read and written together: a transaction of some ten milliseconds. */
const FILES = 32;
const BYTES = 256 * 1024;

/** Files in their order, a few at a time; a large one by itself. */
export function* batches(files: readonly NoteFile[]): Generator<readonly NoteFile[]> {
  let batch: NoteFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length === FILES || (batch.length > 0 && bytes + file.size > BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += file.size;
  }
  if (batch.length > 0) yield batch;
}
