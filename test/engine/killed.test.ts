import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import Database from 'better-sqlite3';
import { load as loadVec } from 'sqlite-vec';
import { describe, expect, it } from 'vitest';
import { defaultDatabase } from '../../src/engine/store/location.ts';
import { openTestEngine, SMALL } from '../support/engine.ts';
import { proseNote, proseVault } from '../support/prose.ts';
import { TempVault } from '../support/temp-vault.ts';

const CHILD = path.join(import.meta.dirname, '../support/indexing-child.ts');
const TRIES = 30;

/** Indexes in a child process and kills it at a random moment after the first sign of work, or lets it end. */
async function indexAndKill(vault: TempVault, afterMs: number): Promise<'killed' | 'finished'> {
  const child = fork(CHILD, [vault.root, vault.dataDir, SMALL], { stdio: 'ignore' });
  const exited = once(child, 'exit');
  const finished = new Promise<'finished'>((resolve) => {
    child.on('message', (m: { result?: unknown; phase?: string }) => {
      if (m.result) resolve('finished');
      if (m.phase === 'reading') setTimeout(() => child.kill('SIGKILL'), afterMs).unref();
    });
  });
  const outcome = await Promise.race([finished, exited.then(() => 'killed' as const)]);
  child.kill('SIGKILL');
  await exited;
  return outcome;
}

function expectSound(file: string): number {
  const db = new Database(file, { readonly: true });
  loadVec(db);
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    return db.prepare('SELECT count(*) FROM notes').pluck().get() as number;
  } finally {
    db.close();
  }
}

describe('kill -9 while indexing', () => {
  it(`leaves a sound index that goes on where it was, ${TRIES} times`, { timeout: 240_000 }, async () => {
    using vault = new TempVault(proseVault(240));
    const file = defaultDatabase(vault.root, vault.dataDir);
    const outcomes: string[] = [];
    let random = 42;
    for (let i = 0; i < TRIES; i++) {
      random = (random * 1103515245 + 12345) % 2 ** 31;
      outcomes.push(await indexAndKill(vault, random % 900));
      expectSound(file);
      // Every try has something to do: a new note, an edit, a removal, a move.
      vault.write({
        [`new/${i}.md`]: proseNote(1000 + i),
        [`notes/${i % 7}/note ${i}.md`]: proseNote(5000 + i),
      });
      vault.move(`notes/${(i + 100) % 7}/note ${i + 100}.md`, `moved/${i}.md`);
    }
    expect(outcomes.filter((o) => o === 'killed').length).toBeGreaterThan(TRIES / 3);

    await using engine = await openTestEngine(vault);
    const done = await engine.client.index();
    expect(done.failed).toBe(0);
    expect(expectSound(file)).toBe(240 + TRIES);
    const { counts } = await engine.client.status();
    expect(counts).toMatchObject({ notes: 240 + TRIES, indexed: 240 + TRIES, waiting: 0, failed: 0 });
    expect(await engine.client.index()).toMatchObject({ indexed: 0, embedded: 0 });
    const { results } = await engine.client.related({ note: 'moved/3.md' });
    expect(results.length).toBeGreaterThan(0);
  });
});
