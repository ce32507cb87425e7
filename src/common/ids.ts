/**
 * A note's identity inside its vault: the path relative to the vault's folder, NFC, with `/` between parts.
 * Where two files have the same NFC path, or a name is not valid UTF-8, the scan appends `~` and a hash, so that both live.
 */
export type NotePath = string & { readonly __brand: 'NotePath' };

export const asNotePath = (path: string): NotePath => path as NotePath;

/** The last part of a path, with its extension. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The last part of a path without its extension: what Obsidian shows as the note's name. */
export function stem(path: string): string {
  const base = baseName(path);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(0, dot) : base;
}

/** The folder of a path, without a trailing slash; '' for the vault's own folder. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
