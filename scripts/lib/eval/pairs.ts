import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Two files that say the same in two languages, as absolute paths. */
export type Pair = readonly [string, string];

/**
 * Pairs from a table of two columns. A heading line is known by leading to no file. Its paths are relative to some
 * folder: the table's own, the working one, one of the vaults or a folder above one; the one taken is that under
 * which most of them are files. Throws where none of them is.
 */
export function readPairs(file: string, roots: readonly string[]): Pair[] {
  const rows = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells): cells is [string, string] => Boolean(cells[0] && cells[1]));
  const bases = new Set([dirname(resolve(file)), process.cwd(), ...roots.flatMap(upwards)]);
  let best: Pair[] = [];
  for (const base of bases) {
    const found = rows
      .map(([a, b]): Pair => [resolve(base, a), resolve(base, b)])
      .filter((pair) => pair.every((path) => existsSync(path)));
    if (found.length > best.length) best = found;
  }
  if (best.length === 0) throw new Error(`no pair of ${file} leads to two files, from any folder tried`);
  return best;
}

/** A folder and all above it. */
function upwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}
