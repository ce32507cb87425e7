#!/usr/bin/env node
// Builds the desktop app in `out/`, the page included, where its sources have changed since. Says nothing otherwise.
// --help explains.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePage, hashOf, PAGE_SOURCES, PAGE_STAMP } from '../src/server/build-page.ts';
import { ROOT } from './lib/prepare.mjs';
import { report, say } from './lib/say.mjs';

const SOURCES = ['src', 'electron.vite.config.ts', ...PAGE_SOURCES.filter((at) => !at.startsWith('src/'))];
const STAMP = join(ROOT, 'out', '.sources');

if (process.argv.includes('--help'))
  console.log(`usage: node scripts/build-app.ts

Builds what Electron runs, in out/, unless it was built from the same sources already.`);
else await build().catch(report);

async function build(): Promise<void> {
  const wanted = hashOf(ROOT, SOURCES);
  if (readOr(STAMP) === wanted) {
    await ensurePage(ROOT, () => say('building the page…'));
    return;
  }
  say('building the app, this once (some seconds)…');
  const vite = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(join(ROOT, 'out', 'renderer', PAGE_STAMP), hashOf(ROOT, PAGE_SOURCES));
  writeFileSync(STAMP, wanted);
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
