import type { ErrorCode, ErrorParams } from '../../common/error-codes.ts';
import type { NotePath } from '../../common/ids.ts';

export type NoteKind = 'markdown' | 'canvas';

/** A note as the scan found it on disk. */
export interface NoteFile {
  readonly path: NotePath;
  /** Path relative to the vault in the bytes the disk uses; join it with the vault's root to open the file. */
  readonly rawPath: Buffer;
  readonly kind: NoteKind;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch, with the file system's fraction. */
  readonly mtimeMs: number;
  /** Milliseconds since the epoch; equal to mtimeMs where the file system keeps no birth time. */
  readonly birthtimeMs: number;
}

/** A file or folder that the scan saw and left out, and why. `path` is as identity paths are. */
export interface LeftOut {
  readonly path: NotePath;
  readonly outcome: 'skipped' | 'failed';
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** True for a folder: everything below it is unknown, so what the index holds of it must stay. */
  readonly folder: boolean;
}

export interface ScanResult {
  /** Sorted by path. */
  readonly notes: readonly NoteFile[];
  /** Identity paths of all other files that are not hidden or excluded: what links to attachments resolve to. Sorted. */
  readonly attachments: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** A note's content, decoded. Offsets everywhere are UTF-16 code units into `text`. */
export interface NoteContent {
  /** Without BOM; line ends as on disk; bytes that are not valid in the encoding as U+FFFD. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly bom: boolean;
  /** Identity of the raw bytes (`bytesHash`). */
  readonly contentHash: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly birthtimeMs: number;
  /** What was odd but survivable, for the ledger: `invalid-utf8`, `nul-bytes`, `mojibake`, `utf-16`. */
  readonly oddities: readonly string[];
}
