import { statSync } from 'node:fs';
import path from 'node:path';
import { readLink } from './portolan-url.ts';
import type { Request } from './request.ts';

const NOTES = new Set(['.md', '.markdown', '.canvas']);

/**
 * What the words that the app was started with ask for: the first vault, note or `portolan://` link among them.
 * Switches of other programs, as Electron's own, are passed over.
 */
export function readArguments(words: readonly string[], cwd: string): Request | null {
  for (const word of words) {
    const request = word.startsWith('-') ? null : readWord(word, cwd);
    if (request) return request;
  }
  return null;
}

function readWord(word: string, cwd: string): Request | null {
  if (/^portolan:/i.test(word)) return readLink(word);
  return requestForPath(path.resolve(cwd, word));
}

/** A folder is a vault, a note's file a note in one. What is not there is taken for a vault: opening it says so. */
export function requestForPath(file: string): Request | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory())
    return NOTES.has(path.extname(file).toLowerCase()) ? { is: 'file', path: file } : null;
  return { is: 'vault', path: file };
}

/** The words that are ours among those of `process.argv`: `electron <app> words…`, or the packaged `portolan words…`. */
export function ownWords(argv: readonly string[], defaultApp: boolean): readonly string[] {
  if (!defaultApp) return argv.slice(1);
  const app = argv.findIndex(
    (word, i) => i > 0 && !word.startsWith('-') && !argv[i - 1]?.match(/^(-r|--require)$/),
  );
  return app < 0 ? [] : argv.slice(app + 1);
}
