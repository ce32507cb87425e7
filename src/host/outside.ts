import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { PortolanError } from '../common/errors.ts';

const SCHEMES = new Set(['https:', 'http:', 'mailto:', 'obsidian:']);

/**
 * The address as it may be given to another program.
 * @throws LINK_REFUSED for anything but web pages, mail and Obsidian's links
 */
export function harmlessUrl(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !SCHEMES.has(parsed.protocol)) throw new PortolanError('LINK_REFUSED', { url });
  return parsed.href;
}

/**
 * The absolute path of a file within the vault, by its path relative to it; the vault itself for ''. Links that lead
 * out of the vault are not followed.
 * @throws ATTACHMENT_NOT_FOUND, ATTACHMENT_REFUSED
 */
export async function insideVault(vault: string, relative: string): Promise<string> {
  const at = path.resolve(vault, relative);
  if (!isWithin(vault, at)) throw new PortolanError('ATTACHMENT_REFUSED', { path: relative });
  const [root, real] = await Promise.all([realpath(vault), realpath(at)]).catch((cause) => {
    throw new PortolanError('ATTACHMENT_NOT_FOUND', { path: relative }, { cause });
  });
  if (!isWithin(root, real)) throw new PortolanError('ATTACHMENT_REFUSED', { path: relative });
  return at;
}

function isWithin(folder: string, at: string): boolean {
  const way = path.relative(folder, at);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
