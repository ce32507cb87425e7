import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';

/** Where downloads are kept between builds: PORTOLAN_CACHE, else the platform's cache folder. Made if missing. */
export function cacheFolder(...parts: string[]): string {
  const root = process.env.PORTOLAN_CACHE || envPaths('portolan', { suffix: '' }).cache;
  const folder = join(root, ...parts);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  return folder;
}
