import type { ErrorCode } from '../common/error-codes.ts';

/** What the process says to whoever started it. README lists them; scripts may rely on them. */
export const EXIT = {
  /** Done. */
  ok: 0,
  /** Asked, and nothing matches. */
  nothing: 1,
  /** The command line makes no sense. */
  usage: 2,
  /** The vault, or the note named, is not there or cannot be read. */
  vault: 3,
  /** The index cannot be opened or written. */
  index: 4,
  /** The model or the Node that Portolan needs cannot be had or run. */
  runtime: 5,
  /** Indexed, but some notes failed: `portolan ledger` says which. */
  incomplete: 6,
  /** A fault in Portolan itself. */
  internal: 70,
  /** Stopped by Ctrl-C, as shells count it: 128 + SIGINT. */
  stopped: 130,
} as const;
export type Exit = keyof typeof EXIT;

/** Every coded error has its exit code: a new code does not compile until it is placed here. */
const BY_CODE: Record<ErrorCode, Exit> = {
  VAULT_NOT_FOUND: 'vault',
  VAULT_NOT_A_FOLDER: 'vault',
  VAULT_UNREADABLE: 'vault',
  VAULT_EMPTY: 'vault',
  VAULT_GONE: 'vault',
  FOLDER_UNREADABLE: 'vault',
  FILE_UNREADABLE: 'vault',
  FILE_VANISHED: 'vault',
  FILE_CHANGING: 'vault',
  FILE_TOO_LARGE: 'vault',
  FILE_BINARY: 'vault',
  FILE_EXCLUDED: 'vault',
  LINK_OUTSIDE_VAULT: 'vault',
  EXCLUSIONS_BROKEN: 'vault',
  CANVAS_INVALID: 'vault',
  NOTE_FAILED: 'vault',
  ATTACHMENT_NOT_FOUND: 'vault',
  ATTACHMENT_REFUSED: 'vault',
  ATTACHMENT_TOO_LARGE: 'vault',
  NOTE_NOT_FOUND: 'vault',
  NOTE_AMBIGUOUS: 'vault',
  QUERY_EMPTY: 'usage',
  QUERY_SYNTAX: 'usage',
  EXPRESSION_INVALID: 'usage',
  NOTE_WITHOUT_VECTORS: 'vault',
  EXPRESSION_CANCELS_OUT: 'usage',
  AXIS_POLES_ALIKE: 'usage',
  INPUT_INVALID: 'usage',
  MODEL_MISSING: 'runtime',
  MODEL_DAMAGED: 'runtime',
  MODEL_FAILED: 'runtime',
  VECTOR_INVALID: 'runtime',
  DOWNLOAD_FAILED: 'runtime',
  DOWNLOAD_DAMAGED: 'runtime',
  INDEX_CORRUPT: 'index',
  INDEX_LOCKED: 'index',
  INDEX_IN_USE: 'index',
  INDEX_READ_ONLY: 'index',
  INDEX_NEWER: 'index',
  INDEX_MISSING: 'index',
  INDEX_DAMAGED: 'index',
  INDEX_IO: 'index',
  DISK_FULL: 'index',
  PAGE_MISSING: 'runtime',
  PORT_IN_USE: 'runtime',
  VAULT_NOT_OPEN: 'vault',
  SETTINGS_BROKEN: 'runtime',
  SETTINGS_UNWRITABLE: 'runtime',
  LINK_REFUSED: 'usage',
  OPEN_FAILED: 'runtime',
  SAVE_FAILED: 'runtime',
  NODE_TOO_OLD: 'runtime',
  REGION_NOT_FOUND: 'usage',
  ENGINE_GONE: 'internal',
  CANCELLED: 'stopped',
  INTERNAL: 'internal',
};

export const exitOf = (code: ErrorCode): number => EXIT[BY_CODE[code]];
