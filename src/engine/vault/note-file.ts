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

/**
 * `invalid-utf8`, `invalid-utf16`: some bytes are not valid and stand as U+FFFD; `windows-1252`, `utf-16`: not UTF-8,
 * but read well; `nul-bytes`: kept as U+0000; `mojibake`: was saved in the wrong encoding once (“Ã±” for “ñ”).
 */
export type Oddity = 'invalid-utf8' | 'invalid-utf16' | 'utf-16' | 'windows-1252' | 'nul-bytes' | 'mojibake';

export interface ScanResult {
  /** Sorted by path. */
  readonly notes: readonly NoteFile[];
  /** Identity paths of all other files that are not hidden or excluded: what links to attachments resolve to. Sorted. */
  readonly attachments: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** True where there is another, empty folder in the place of the one that was last scanned: a drive that went away. */
  readonly replaced?: boolean;
}

/** How the bytes were read. A note in windows-1252 (or Latin-1, which it contains) predates UTF-8. */
export type NoteEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A note's content, decoded. Offsets everywhere are UTF-16 code units into `text`. */
export interface NoteContent {
  /** Without BOM; line ends as on disk; bytes that are not valid in the encoding as U+FFFD. */
  readonly text: string;
  readonly encoding: NoteEncoding;
  readonly bom: boolean;
  /** Identity of the raw bytes (`bytesHash`). */
  readonly contentHash: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly birthtimeMs: number;
  /** What was odd but survivable, for the ledger. */
  readonly oddities: readonly Oddity[];
}
