/** A note's address for other programs, as `portolan://open?note=…`. */
export const noteAddress = (path: string): string => `portolan://open?note=${encodeURIComponent(path)}`;

/** The same note in Obsidian: by the file's whole path, so that it opens whichever vault that is. */
export function obsidianAddress(vault: string, path: string): string {
  const separator = vault.includes('\\') && !vault.includes('/') ? '\\' : '/';
  const file = separator === '\\' ? path.replaceAll('/', '\\') : path;
  return `obsidian://open?path=${encodeURIComponent(vault.replace(/[\\/]+$/, '') + separator + file)}`;
}

/** A written path relative to a note, as a path of the vault; null where it climbs out of it. */
export function resolvePath(note: string, written: string): string | null {
  const parts = written.startsWith('/') ? [] : note.split('/').slice(0, -1);
  for (const part of written.replaceAll('\\', '/').split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part && part !== '.') parts.push(part);
  }
  return parts.join('/') || null;
}
