import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** A real file system of a few megabytes; null where the system does not let this process mount one. */
export function mountSmallDisk(
  folder: string,
  bytes: number,
): { unmount(): void; grow(bytes: number): void } | null {
  if (process.platform !== 'linux') return null;
  mkdirSync(folder, { recursive: true });
  const mount = (options: string) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  try {
    mount(`size=${bytes}`);
  } catch {
    return null;
  }
  return {
    unmount: () => execFileSync('umount', [folder]),
    grow: (size) => mount(`remount,size=${size}`),
  };
}
