import { existsSync } from 'node:fs';
import path from 'node:path';

/** Portolan's own folder: the nearest above this file that has a `package.json`. */
export function packageRoot(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder))
    if (existsSync(path.join(folder, 'package.json')) || folder === path.dirname(folder)) return folder;
}
