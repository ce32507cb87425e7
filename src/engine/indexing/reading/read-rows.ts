import type { ErrorCode, ErrorParams } from '../../../common/error-codes.ts';
import { toPortolanError } from '../../../common/errors.ts';
import { noteRows } from '../../store/note-rows.ts';
import type { NoteRows } from '../../store/row-shapes.ts';
import type { NoteFile } from '../../vault/note-file.ts';
import { readNote } from '../../vault/read-note.ts';
import { type PassageTools, prepareNote } from '../prepare.ts';

/** A file to be read, and what its bytes were when it was last indexed. */
export interface Source {
  readonly file: NoteFile;
  /** Content that need not be prepared again; null to prepare it whatever it is. */
  readonly known: string | null;
}

/** What became of a file. All of it survives `postMessage`. */
export type ReadNote =
  | { readonly kind: 'rows'; readonly rows: NoteRows }
  /** Its bytes are as they were known. */
  | { readonly kind: 'same'; readonly size: number; readonly mtimeMs: number }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams };

/** Reads and prepares one file, as rows for the store. Never rejects. */
export async function readRows(
  root: string,
  { file, known }: Source,
  tools: PassageTools,
  blocking = false,
): Promise<ReadNote> {
  try {
    const content = await readNote(root, file, { blocking });
    const { size, mtimeMs, contentHash } = content;
    if (contentHash === known) return { kind: 'same', size, mtimeMs };
    return { kind: 'rows', rows: noteRows(prepareNote(file, content, tools)) };
  } catch (error) {
    const { code, params } = toPortolanError(error, 'NOTE_FAILED', { path: file.path });
    return { kind: 'failed', code, params };
  }
}
