/**
 * Indexing real vaults: time until words and static vectors answer, and until the model has read all; rate, peak memory and size; re-opening; how soon a saved edit shows.
 * `npm run bench -- indexing VAULT… [--model ID] [--keep DIR]`. The vaults are copied first and never written to.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MEMORY_OPTIONS } from '../scripts/lib/run.mjs';
import type { Measured, Task } from './lib/index-child.ts';
import { machine, table } from './lib/report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { model: { type: 'string' }, keep: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help || positionals.length === 0) {
  console.log('Usage: npm run bench -- indexing VAULT… [--model ID] [--keep DIR]');
  process.exit(values.help ? 0 : 2);
}

async function inChild(task: Task): Promise<Measured> {
  const child = fork(path.join(import.meta.dirname, 'lib/index-child.ts'), [JSON.stringify(task)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: MEMORY_OPTIONS,
  });
  const [message] = (await once(child, 'message')) as [Measured];
  await once(child, 'exit');
  return message;
}

console.log(machine());
const rows: (string | number)[][] = [];
for (const vault of positionals) {
  const base = mkdtempSync(path.join(values.keep ?? tmpdir(), 'portolan-bench-'));
  const copy = path.join(base, path.basename(vault));
  cpSync(vault, copy, { recursive: true });
  const task = {
    vault: copy,
    dataDir: path.join(base, 'data'),
    ...(values.model ? { model: values.model } : {}),
  };
  const first = await inChild({ ...task, what: 'index' });
  const again = await inChild({ ...task, what: 'index' });
  const edit = await inChild({ ...task, what: 'edit' });
  rows.push([
    path.basename(vault),
    first.model,
    first.notes,
    first.passages,
    first.readSeconds.toFixed(1),
    first.seconds.toFixed(1),
    (first.notes / first.seconds).toFixed(1),
    (first.embedded / first.seconds).toFixed(1),
    Math.round(first.peakRss / 2 ** 20),
    (statSync(first.database).size / 2 ** 20).toFixed(1),
    `${again.openSeconds.toFixed(2)} + ${again.seconds.toFixed(2)} (${again.embedded} embedded)`,
    edit.questionSeconds!.toFixed(2),
    edit.editSeconds!.toFixed(2),
  ]);
  if (!values.keep) rmSync(base, { recursive: true });
}
table(
  [
    'vault',
    'model',
    'notes',
    'passages',
    'words + static s',
    'all s',
    'notes/s',
    'passages/s',
    'peak RSS MiB',
    'database MiB',
    're-open s + check s',
    'first related s',
    'edit → related s',
  ],
  rows,
);
