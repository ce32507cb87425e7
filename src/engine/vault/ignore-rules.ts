import ignore, { type Ignore } from 'ignore';
import { APP_JSON, type ObsidianFilter } from './obsidian-filters.ts';

export const PORTOLAN_IGNORE = '.portolanignore';
export const GIT_IGNORE = '.gitignore';

/** Patterns with gitignore's syntax, and the folder that they are relative to. */
interface Layer {
  /** Identity path of the folder; '' for the vault. */
  readonly base: string;
  /** Names the place in a verdict. */
  readonly place: string;
  readonly patterns: Ignore;
}

/**
 * What leaves a file or folder out. The first that has a verdict decides: patterns given by the caller, ignore files
 * from the innermost folder outwards, Obsidian's exclusions, folders that never hold notes. So `!pattern` in an
 * ignore file brings back what those after it would leave out; but, as in git, nothing below a folder that is out.
 */
export class IgnoreRules {
  readonly #given: readonly Layer[];
  readonly #files: readonly Layer[];
  readonly #obsidian: readonly ObsidianFilter[];

  private constructor(given: readonly Layer[], files: readonly Layer[], obsidian: readonly ObsidianFilter[]) {
    this.#given = given;
    this.#files = files;
    this.#obsidian = obsidian;
  }

  /** The rules at the vault's root, before any ignore file. */
  static at(extraPatterns: readonly string[], obsidian: readonly ObsidianFilter[]): IgnoreRules {
    return new IgnoreRules(readLayer('', 'the patterns given', extraPatterns.join('\n')), [], obsidian);
  }

  /** The rules inside a folder (identity path) that has an ignore file with this text. */
  inside(folder: string, fileName: string, text: string): IgnoreRules {
    const layer = readLayer(folder, folder ? `${folder}/${fileName}` : fileName, text);
    return new IgnoreRules(this.#given, [...layer, ...this.#files], this.#obsidian);
  }

  /** The rule that leaves it out, in words; null when it stays in. `path` is an identity path. */
  verdict(path: string, isFolder: boolean): string | null {
    for (const { base, place, patterns } of [...this.#given, ...this.#files]) {
      const relative = base ? path.slice(base.length + 1) : path;
      const result = patterns.test(isFolder ? `${relative}/` : relative);
      if (result.ignored) return `“${result.rule?.pattern ?? '?'}” in ${place}`;
      if (result.unignored) return null;
    }
    const filter = this.#obsidian.find((f) => (isFolder ? f.excludesFolder(path) : f.excludesFile(path)));
    if (filter) return `“${filter.source}” in ${APP_JSON}`;
    if (isFolder && /(?:^|\/)node_modules$/.test(path)) return 'Portolan: node_modules never holds notes';
    return null;
  }
}

/** No layer where the text has no pattern. */
function readLayer(base: string, place: string, text: string): Layer[] {
  const lines = text.normalize('NFC').split(/\r\n|\n|\r/);
  if (!lines.some((line) => line.trim() && !line.startsWith('#'))) return [];
  // Case does not matter, as in Obsidian and on most people's disks: one vault, one outcome on every system.
  return [{ base, place, patterns: ignore({ ignorecase: true }).add(lines) }];
}
