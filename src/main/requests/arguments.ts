import { statSync } from 'node:fs';
import path from 'node:path';
import { readLink } from './portolan-url.ts';
import type { Request } from './request.ts';

export interface Arguments {
  readonly request: Request | null;
  /** Where indexes are kept; the platform's app-data folder by default. */
  readonly dataDir?: string;
  /** Where settings and what the window remembers are kept. */
  readonly configDir?: string;
}

const NOTES = new Set(['.md', '.markdown', '.canvas']);
const FOLDERS = { '--data': 'dataDir', '--config': 'configDir' } as const;

/**
 * Reads the words that the app was started with: a vault, a note or a `portolan://` link, and `--data=<folder>`,
 * `--config=<folder>`. `words` are those after the program's and the app's own; others' switches are passed over.
 */
export function readArguments(words: readonly string[], cwd: string): Arguments {
  const folders: { dataDir?: string; configDir?: string } = {};
  let request: Request | null = null;
  for (const word of words) {
    const [name, ...rest] = word.split('=');
    const folder = FOLDERS[name as keyof typeof FOLDERS];
    if (folder && rest.length > 0) folders[folder] = path.resolve(cwd, rest.join('='));
    else if (!word.startsWith('-')) request ??= readWord(word, cwd);
  }
  return { request, ...folders };
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
  const app = argv.findIndex((word, i) => i > 0 && !word.startsWith('-'));
  return app < 0 ? [] : argv.slice(app + 1);
}
