import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { EngineProcess } from '../../src/host/engine-supervisor.ts';
import { type BrowserHost, startBrowserHost } from '../../src/server/browser-host.ts';
import { spawnEngine } from '../../src/server/spawn-engine.ts';
import { SMALL } from './engine.ts';
import type { TempVault } from './temp-vault.ts';

/** A page of a few files: what the browser's host serves in tests. */
export const PAGE = {
  'index.html': '<!doctype html><html><head><title>Portolan</title></head><body></body></html>',
  'mermaid.html': '<!doctype html><html><head></head><body></body></html>',
  'assets/index-a1b2c3d4.js': 'export const page = 1;',
  'assets/index-a1b2c3d4.css': 'body { margin: 0 }',
  'notes.md': 'not part of a page',
};

export interface TestedHost extends BrowserHost {
  /** The same address without path and token. */
  readonly origin: string;
  /** Where the page lies, and the cookie that opens it: as the token's exchange gave them. */
  readonly base: string;
  readonly cookie: string;
  /** The engines that were started. */
  readonly engines: readonly EngineProcess[];
}

/** The browser's host over a test's vault, with a page written for the test and folders of its own. */
export async function startTestHost(vault: TempVault): Promise<TestedHost> {
  const page = path.join(vault.base, 'page');
  for (const [name, text] of Object.entries(PAGE)) {
    mkdirSync(path.dirname(path.join(page, name)), { recursive: true });
    writeFileSync(path.join(page, name), text);
  }
  const engines: EngineProcess[] = [];
  const served = await startBrowserHost({
    page,
    host: {
      about: { shell: 'browser', version: '1.2.3' },
      configDir: path.join(vault.base, 'config'),
      sample: path.join(vault.base, 'sample'),
      modelsDir: path.join(import.meta.dirname, '../../resources/models'),
      engine: { dataDir: vault.dataDir, model: SMALL, threads: 1 },
      spawn() {
        const engine = spawnEngine();
        engines.push(engine);
        return engine;
      },
    },
  });
  const answer = await fetch(served.address, { redirect: 'manual' });
  const { origin } = new URL(served.address);
  return {
    ...served,
    origin,
    engines,
    base: answer.headers.get('location')!,
    cookie: answer.headers.get('set-cookie')!.split(';')[0]!,
  };
}
