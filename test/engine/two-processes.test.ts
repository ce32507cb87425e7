import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestEngine, SMALL } from '../support/engine.ts';
import { proseVault } from '../support/prose.ts';
import { TempVault } from '../support/temp-vault.ts';
import { until } from '../support/until.ts';

const CHILD = path.join(import.meta.dirname, '../support/indexing-child.ts');

describe('a second process on the same vault', () => {
  it('is told so, reads what the first writes, and takes over when the first is gone', {
    timeout: 60_000,
  }, async () => {
    using vault = new TempVault(proseVault(30));
    const child = fork(CHILD, [vault.root, vault.dataDir, SMALL], { stdio: 'ignore' });
    const exited = once(child, 'exit');
    try {
      await new Promise<void>((resolve) =>
        child.on('message', (m: { result?: unknown }) => m.result && resolve()),
      );
      await using second = await openTestEngine(vault);
      const status = await second.client.status();
      expect(status.writer).toBe(false);
      expect(status.otherWriter).toMatchObject({ pid: child.pid, program: 'terminal' });
      expect(status.bytes).toBeGreaterThan(0);
      expect(status.notices.map((n) => n.code)).toEqual(['INDEX_IN_USE']);
      expect(status.counts.indexed).toBe(30);
      expect((await second.client.related({ note: 'note 5' })).results.length).toBeGreaterThan(0);
      await expect(second.client.index()).rejects.toMatchObject({ code: 'INDEX_IN_USE' });
    } finally {
      child.kill('SIGKILL');
      await exited;
    }
    await using third = await openTestEngine(vault);
    expect(await third.client.status()).toMatchObject({ writer: true, otherWriter: null });
    expect(await third.client.index()).toMatchObject({ unchanged: 30, embedded: 0 });
  });

  it('sees later changes of the first', { timeout: 60_000 }, async () => {
    using vault = new TempVault(proseVault(5));
    await using first = await openTestEngine(vault);
    await first.client.index();
    await using second = await openTestEngine(vault, { readOnly: true });
    expect((await second.client.status()).notices).toEqual([]);
    await expect(second.client.related({ note: 'Late' })).rejects.toMatchObject({ code: 'NOTE_NOT_FOUND' });
    vault.write({ 'Late.md': '# Late\n\nThe needle of the compass points to magnetic north.\n' });
    await first.client.index();
    const answered = async () =>
      (await second.client.related({ note: 'Late' }).catch(() => null))?.results.some((r) =>
        r.note.title.startsWith('Compass'),
      ) ?? false;
    await until(answered, 'the reader sees the new note');
  });
});
