import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { programIn } from '../electron.mjs';

/** What belongs to an app that somebody put into the distribution, not to Electron. */
const GUESTS = ['app', 'default_app.asar'];

/**
 * The Electron distribution at hand and its version: that of ELECTRON_OVERRIDE_DIST_PATH, else the installed package's;
 * null where there is none. One that an app was put into is copied without it.
 */
export function stockElectron(root: string, env = process.env): { folder: string; version: string } | null {
  const folder = [env.ELECTRON_OVERRIDE_DIST_PATH, join(root, 'node_modules/electron/dist')].find(
    (candidate) => candidate && existsSync(programIn(candidate)),
  );
  if (!folder) return null;
  if (!existsSync(join(folder, 'resources', 'app'))) return { folder, version: versionOf(folder, root) };
  const copy = join(root, 'out', 'electron');
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  const version = versionOf(folder, root);
  for (const guest of GUESTS) rmSync(join(copy, 'resources', guest), { recursive: true, force: true });
  return { folder: copy, version };
}

function versionOf(folder: string, root: string): string {
  const read = (file: string) =>
    existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null;
  const guest = join(folder, 'resources', 'app', 'package.json');
  return (
    read(join(folder, 'version')) ??
    (existsSync(guest) ? JSON.parse(readFileSync(guest, 'utf8')).version : null) ??
    JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version
  );
}
