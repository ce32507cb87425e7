import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, ROOT, runWith } from './prepare.mjs';
import { endAs } from './run.mjs';
import { report } from './say.mjs';
import { closingLine, readCounts } from './test-counts.mjs';

/** Prepares what is needed, runs the tests, and closes with how many passed and failed. */
export async function test(args) {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-test-'));
  try {
    const node = await prepare();
    if (!node) return;
    const results = join(folder, 'results.json');
    const ended = await runWith(
      node,
      [
        join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${results}`,
        ...args,
      ],
      { cwd: ROOT },
    );
    const counts = readCounts(results, ended.code);
    process.stdout.write(`\n${closingLine(counts)}\n`);
    endAs(counts.failed > 0 && ended.code === 0 ? { code: 1, signal: null } : ended);
  } catch (error) {
    report(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
