import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts that a build runs through a model, all of our own writing. */
export interface CalibrationTexts {
  /** Generic titles and headings; the mean of their vectors as queries is what queries are centred by. */
  readonly titles: readonly string[];
  /** Degenerate texts, the empty one among them: activations are most extreme there. */
  readonly oddities: readonly string[];
}

/** Reads `titles.txt` and `oddities.txt` from a folder. Lines that start with “# ” are comments. */
export function readCalibrationTexts(folder: string): CalibrationTexts {
  const lines = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .split(/\r?\n/)
      .filter((line) => line !== '' && !line.startsWith('# '));
  const written = (line: string) =>
    line.replace(/\\(.)/g, (_, c) => ({ n: '\n', t: '\t' })[c as string] ?? c);
  return { titles: lines('titles.txt'), oddities: ['', ...lines('oddities.txt').map(written)] };
}
