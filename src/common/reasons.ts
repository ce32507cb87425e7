/**
 * Why something failed, where Portolan knows it: a closed set, so that every language has its words. An error names one
 * as its `reasonCode` or `hintCode` beside the English words; whoever shows it in another language looks it up there.
 */
export const REASONS = {
  // what the system says
  EACCES: 'permission is denied',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk can only be read',
  ENOENT: 'it is not there',
  ENOTDIR: 'part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'something of that name is already there',
  ENOTEMPTY: 'the folder is not empty',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'it is too large for the disk',
  EIO: 'the disk reports an error',
  ENXIO: 'the device is not there',
  ENODEV: 'the device is not there',
  EBUSY: 'another program holds it',
  ETXTBSY: 'another program holds it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  ESTALE: 'the network drive has lost it',
  EHOSTDOWN: 'the network drive does not answer',
  ETIMEDOUT: 'there was no answer in time',
  ECONNREFUSED: 'the other side refused the connection',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'the address is not known',
  EADDRINUSE: 'another program uses it',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOMEM: 'there is not enough memory',
  // what SQLite says
  SQLITE_READONLY: 'it can only be read',
  SQLITE_CANTOPEN: 'it cannot be opened',
  SQLITE_IOERR: 'the disk reports an error',
  SQLITE_FULL: 'the disk is full',
  SQLITE_CORRUPT: 'what is in it makes no sense',
  SQLITE_NOTADB: 'it is no database',
  SQLITE_PERM: 'permission is denied',
  SQLITE_BUSY: 'another program holds it',
  SQLITE_LOCKED: 'another program holds it',
  // what Portolan says
  'not-a-file': 'it is not a file',
  'special-file': 'it is a pipe, socket or device',
  'not-text': 'it is not text',
  'older-index': 'it was made by an older Portolan and has to be updated by one that may write it',
  'found-damaged': 'it was found damaged while in use',
  'other-database': 'it is the database of another program',
  'checksum-wrong': 'the checksum of {file} is wrong',
  'too-much-to-keep': 'it is too much to keep',
  'no-such-note': 'there is no note called “{name}” in this vault',
  'many-such-notes': '“{name}” could be {count} notes: {paths}',
  // what can be done
  'any-name': 'a path, title, alias or file name will do.',
  'did-you-mean': 'did you mean {names}?',
  'just-removed': 'it was just removed.',
  'check-the-name': 'Check the name.',
  'give-its-path': 'Give its path.',
} as const satisfies Record<string, string>;

export type ReasonCode = keyof typeof REASONS;

export const isReasonCode = (code: unknown): code is ReasonCode =>
  typeof code === 'string' && Object.hasOwn(REASONS, code);

/** Codes of the system are said with the words: who asks for help is asked for them. */
const isSystems = (code: ReasonCode): boolean => /^[A-Z]/.test(code);

type Params = Readonly<Record<string, string | number>>;

/** The words of a reason with its parameters filled in, from a table of any language. */
export function wordsOfReason(
  code: ReasonCode,
  params: Params = {},
  table: Readonly<Record<ReasonCode, string>> = REASONS,
): string {
  const words = table[code].replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? '?'));
  return isSystems(code) ? `${words} (${code})` : words;
}

/** The code of the system's own message, or of SQLite's: `EACCES: permission denied, open '/a'`. */
export function systemReason(code: string | undefined, message = ''): ReasonCode | undefined {
  const named = code ?? /^(E[A-Z]{2,14}):/.exec(message)?.[1];
  if (named === undefined) return undefined;
  if (isReasonCode(named)) return named;
  // SQLite's extended codes begin with their primary code.
  const primary = /^SQLITE_[A-Z]+/.exec(named)?.[0];
  return isReasonCode(primary) ? primary : undefined;
}

/** A reason as the parameters of an error: the English words and the code of them. */
export const because = (
  code: ReasonCode,
  params: Params = {},
): { reason: string; reasonCode: ReasonCode } & Params => ({
  ...params,
  reason: wordsOfReason(code, params),
  reasonCode: code,
});

/** The same for what can be done. */
export const advising = (
  code: ReasonCode,
  params: Params = {},
): { hint: string; hintCode: ReasonCode } & Params => ({
  ...params,
  hint: wordsOfReason(code, params),
  hintCode: code,
});
