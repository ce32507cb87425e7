import { statSync } from 'node:fs';

/** Bytes that an index takes on the disk, with what SQLite has not merged into it yet; null where none can be seen. */
export function indexBytes(file: string): number | null {
  const sizes = [file, `${file}-wal`].map((name) => sizeOf(name));
  return sizes[0] === null ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

function sizeOf(file: string): number | null {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size ?? null;
  } catch {
    return null;
  }
}
