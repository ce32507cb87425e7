import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The vault that a note's file belongs to: the innermost of the known ones that holds it, else the nearest folder
 * above it that Obsidian keeps its settings in, else the folder it lies in.
 */
export function vaultOf(file: string, known: readonly string[]): string {
  const holding = known.filter((vault) => within(file, vault)).sort((a, b) => b.length - a.length);
  if (holding[0]) return holding[0];
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.obsidian'))) return folder;
    if (path.dirname(folder) === folder) return path.dirname(file);
  }
}

/** A file's path as the contract names notes: relative to the vault, NFC, with `/`. */
export function notePath(file: string, vault: string): string {
  return path.relative(vault, file).split(path.sep).join('/').normalize('NFC');
}

/** The known vault that a link's word means: by its path, else by its name, whatever the case. */
export function knownVault(word: string, known: readonly string[]): string | null {
  const folder = path.isAbsolute(word) ? path.resolve(word) : null;
  if (folder) return known.find((vault) => path.resolve(vault) === folder) ?? null;
  const name = word.normalize('NFC').toLowerCase();
  return known.find((vault) => path.basename(vault).normalize('NFC').toLowerCase() === name) ?? null;
}

function within(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
