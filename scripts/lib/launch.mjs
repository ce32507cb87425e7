import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { atLeast, EXIT_RUNTIME, NEEDED, tooOld } from './node-version.mjs';
import { isUsable, pinnedPath } from './pinned-node.mjs';
import { COMPILED, endAs, MEMORY_OPTIONS, run } from './run.mjs';
import { report } from './say.mjs';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** From here on Node runs TypeScript unasked and without a warning. */
const RUNS_TYPESCRIPT = '24.12';

/** Options with which a Node of this version runs TypeScript in silence. */
export function typeScriptOptions(version) {
  if (atLeast(version, RUNS_TYPESCRIPT)) return [];
  return ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
}

/** Runs the command line in this Node if it can, else in Portolan's own, else says what is missing. */
export async function launch(args) {
  const main = join(ROOT, 'src', 'cli', 'main.ts');
  try {
    if (!existsSync(join(ROOT, 'node_modules', 'commander'))) return missingPackages();
    if (!process.env.NODE_COMPILE_CACHE) process.env.NODE_COMPILE_CACHE = COMPILED;
    if (atLeast(process.version, RUNS_TYPESCRIPT)) {
      nodeModule.enableCompileCache(process.env.NODE_COMPILE_CACHE);
      for (const option of MEMORY_OPTIONS) setFlagsFromString(option);
      return await import('../../src/cli/main.ts');
    }
    const pinned = pinnedPath(ROOT);
    if (isUsable(pinned)) return endAs(await run(pinned, [...MEMORY_OPTIONS, main, ...args]));
    if (atLeast(process.version, NEEDED))
      return endAs(
        await run(process.execPath, [
          ...typeScriptOptions(process.version),
          ...MEMORY_OPTIONS,
          main,
          ...args,
        ]),
      );
    process.stderr.write(
      `${tooOld(process.version, NEEDED, 'Run it with “npm start”, or install a newer Node.')}\n`,
    );
    process.exitCode = EXIT_RUNTIME;
  } catch (error) {
    report(error);
  }
}

function missingPackages() {
  process.stderr.write(
    `portolan: its packages are not installed.\n          Run “npm start” once in ${ROOT}.\n`,
  );
  process.exitCode = EXIT_RUNTIME;
}
