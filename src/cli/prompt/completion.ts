import { stem } from '../../common/ids.ts';
import { fold } from '../../common/text.ts';
import type { EngineClient } from '../../contract/client.ts';
import { harmless } from '../terminal/harmless.ts';
import { COMMANDS } from './line.ts';

/** So many names are still a list; more are a flood. */
const MOST = 40;
/** Milliseconds for which the list of names is good: long enough for one line, short enough to learn of new notes. */
const FRESH = 5_000;

/** What readline wants: the completions, and the part of the line that they replace. */
export type Completion = [string[], string];

/**
 * Completions of a line: commands after ':', else names of notes that begin so, or in which a word does. Folded, so
 * that accents need not be typed.
 */
export function complete(line: string, names: readonly string[]): Completion {
  if (line.startsWith(':')) {
    const commands = Object.keys(COMMANDS).map((name) => `:${name}`);
    return [commands.filter((name) => name.startsWith(line)), line];
  }
  const open = line.startsWith('[[') ? '[[' : '';
  const wanted = fold(line.slice(open.length));
  const folded = names.map((name) => ({ name, key: fold(name) }));
  const begin = folded.filter(({ key }) => key.startsWith(wanted));
  const found = begin.length ? begin : folded.filter(({ key }) => key.includes(` ${wanted}`));
  return [found.slice(0, MOST).map(({ name }) => (open ? `[[${name}]]` : name)), line];
}

/** The names of all indexed notes, asked for anew when they may have changed. */
export function createNames(client: EngineClient, now: () => number = Date.now): () => Promise<string[]> {
  let names: string[] = [];
  let at = Number.NEGATIVE_INFINITY;
  return async () => {
    if (now() - at > FRESH) {
      const entries = await client.ledger({});
      names = namesOf(entries.map((entry) => entry.path));
      at = now();
    }
    return names;
  };
}

/** File names without extension, each once; those that a terminal would act on are left out. */
export function namesOf(paths: readonly string[]): string[] {
  const names = new Set(paths.map(stem));
  return [...names].filter((name) => harmless(name) === name).sort((a, b) => a.localeCompare(b));
}
