import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PortolanError, reasonParams } from '../common/errors.ts';

/** A file of the page, ready to be sent. */
export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
  /** Its name says what is in it: it never changes. */
  readonly lasting: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Every file of the built page by its address, `index.html` also as ''. What is asked for later is looked up here and
 * nowhere else: no request ever becomes a path.
 * @throws PAGE_MISSING
 */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const type = TYPES[path.extname(entry.name).toLowerCase()];
      if (!entry.isFile() || !type) continue;
      const full = path.join(entry.parentPath, entry.name);
      const address = path.relative(folder, full).split(path.sep).join('/');
      const lasting = address.startsWith('assets/') && /-[\w-]{8,}\.\w+$/.test(address);
      files.set(address, { type, body: await readFile(full), lasting });
    }
  } catch (cause) {
    throw new PortolanError('PAGE_MISSING', reasonParams(cause), { cause });
  }
  const index = files.get('index.html');
  if (!index) throw new PortolanError('PAGE_MISSING', { reason: `${folder} has no index.html` });
  return files.set('', index);
}
