import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, ROOT, runWith } from './prepare.mjs';
import { endAs } from './run.mjs';
import { report } from './say.mjs';
import { addCounts, closingLine, NO_COUNTS, readCounts } from './test-counts.mjs';

/** Whatever is quick first; the journeys through the whole app after it. */
const UNITS = 'vitest.config.ts';
const JOURNEYS = 'vitest.e2e.config.ts';

/** Prepares what is needed, runs the tests, and closes with how many passed and failed. */
export async function test(args) {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-test-'));
  try {
    const node = await prepare();
    if (!node) return;
    let counts = NO_COUNTS;
    let ended = { code: 0, signal: null };
    for (const config of configsFor(args)) {
      const results = join(folder, `${config}.json`);
      const run = await runTests(node, config, results, args);
      counts = addCounts(counts, readCounts(results, run.code));
      if (run.code !== 0 || run.signal) ended = run;
      if (run.signal || run.interrupted) break;
    }
    process.stdout.write(`\n${closingLine(counts)}\n`);
    endAs(counts.failed > 0 && ended.code === 0 ? { code: 1, signal: null } : ended);
  } catch (error) {
    report(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Which tests are meant: those below the folders or files that are named, else all. */
function configsFor(args) {
  const named = args.filter((arg) => !arg.startsWith('-'));
  if (named.length === 0) return [UNITS, JOURNEYS];
  return named.every((name) => name.includes('e2e')) ? [JOURNEYS] : [UNITS];
}

const runTests = (node, config, results, args) =>
  runWith(
    node,
    [
      join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      `--config=${join(ROOT, config)}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
      ...args,
    ],
    { cwd: ROOT },
  );
