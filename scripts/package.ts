#!/usr/bin/env node
// Packages the desktop app: builds it, draws its icons, leaves out what it does not use, and lets electron-builder put
// it together as electron-builder.yml says. --help explains.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Configuration } from 'electron-builder';
import { parse } from 'yaml';
import { stockElectron } from './lib/package/electron-dist.ts';
import { buildIcons } from './lib/package/icons.ts';
import { reachableFrom, withDependencies } from './lib/package/reachable.ts';
import { ROOT } from './lib/prepare.mjs';
import { say } from './lib/say.mjs';

const HELP = `usage: npm run package [-- --installers]

Makes the desktop app for this system in dist/, as a folder to start it from.

  --installers   installers too, as electron-builder.yml lists them (fetches the tools that make them)
`;

const at = (...names: string[]) => join(ROOT, ...names);

async function main(words: readonly string[]): Promise<void> {
  if (words.includes('--help')) return void process.stdout.write(HELP);
  const built = spawnSync(process.execPath, [at('scripts/build-app.ts')], { cwd: ROOT, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The app could not be built.');
  await buildIcons(at('resources/icons/portolan.svg'), at('out/icons'));
  const electron = stockElectron(ROOT);
  say(
    electron
      ? `with Electron ${electron.version} of ${electron.folder}`
      : 'with Electron as electron-builder fetches it',
  );
  const config: Configuration = parse(readFileSync(at('electron-builder.yml'), 'utf8'));
  const made = await build({
    projectDir: ROOT,
    ...(words.includes('--installers') ? {} : { dir: true }),
    publish: 'never',
    config: {
      ...config,
      files: [...(config.files as string[]), ...unused()],
      ...(electron && { electronDist: electron.folder, electronVersion: electron.version }),
    },
  });
  for (const file of made) say(file);
}

/** Patterns that leave out what the built app never imports: the page's packages are in the page already. */
function unused(): string[] {
  const { packages } = reachableFrom([at('out/main/index.js'), at('out/server/engine-process.js')]);
  const lock = JSON.parse(readFileSync(at('node_modules/.package-lock.json'), 'utf8')).packages;
  const needed = withDependencies(packages, lock);
  const others = Object.keys(lock).filter((folder) => !lock[folder].dev && !needed.has(folder));
  return [...others.map((folder) => `!${folder}/**`), '!out/cli/**'];
}

await main(process.argv.slice(2)).catch((error) => {
  say(String(error instanceof Error ? (error.stack ?? error.message) : error));
  process.exitCode = 1;
});
