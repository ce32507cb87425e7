import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { openTestEngine } from '../support/engine.ts';
import { proseNote, proseVault } from '../support/prose.ts';
import { TempVault } from '../support/temp-vault.ts';
import { until } from '../support/until.ts';

const indexedNotes = async (engine: Engine) => (await engine.client.status()).counts.indexed;
const found = async (engine: Engine, query: string) =>
  (await engine.client.search({ query })).hits[0]?.note.path;

describe('a vault that was just opened', () => {
  it('is not said to be up to date before it was looked at', async () => {
    using vault = new TempVault(proseVault(3));
    await using engine = await openTestEngine(vault, { watch: true });
    expect((await engine.client.status()).progress.phase).toBe('scanning');
    // An empty index has nothing that a page could show first: nobody waits for it.
    await engine.settled;
    await engine.client.index();
    const { progress, counts } = await engine.client.status();
    expect([progress.phase, counts.indexed]).toEqual(['idle', 3]);
  });
});

describe('while the vault is being edited', () => {
  it('takes up creates, edits, renames and deletes by itself', { timeout: 60_000 }, async () => {
    using vault = new TempVault(proseVault(10));
    await using engine = await openTestEngine(vault, { watch: true });
    await engine.client.index();

    vault.write({ 'Fresh.md': '# Fresh\n\nZanzibar cloves dry on mats along the road.\n' });
    await until(async () => (await found(engine, 'zanzibar')) === 'Fresh.md', 'a created note is found');
    vault.write({ 'Fresh.md': '# Fresh\n\nMadagascar vanilla cures in the shade.\n' });
    await until(async () => (await found(engine, 'madagascar')) === 'Fresh.md', 'an edit is found');
    vault.move('Fresh.md', 'Spices/Vanilla.md');
    await until(
      async () => (await found(engine, 'madagascar')) === 'Spices/Vanilla.md',
      'a move is followed',
    );
    vault.remove('Spices');
    await until(async () => (await indexedNotes(engine)) === 10, 'a removed folder is gone');
  });

  it('loses none of the edits made during indexing', { timeout: 90_000 }, async () => {
    using vault = new TempVault(proseVault(300));
    await using engine = await openTestEngine(vault, { watch: true });
    const first = engine.client.index();
    for (let i = 0; i < 60; i++) {
      vault.write({
        [`notes/${(i * 5) % 7}/note ${i * 5}.md`]: `# Edited ${i}\n\nmarkword${i} ${proseNote(i)}`,
      });
      if (i % 3 === 0) vault.write({ [`added/${i}.md`]: `# Added ${i}\n\naddedword${i} in a new note\n` });
      if (i % 4 === 0) vault.remove(`notes/${(i * 5 + 1) % 7}/note ${i * 5 + 1}.md`);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await first;
    const expected = 300 + 20 - 15;
    await until(
      async () => (await indexedNotes(engine)) === expected,
      `${expected} notes are indexed`,
      60_000,
    );
    for (let i = 0; i < 60; i += 7)
      expect(await found(engine, `markword${i}`)).toBe(`notes/${(i * 5) % 7}/note ${i * 5}.md`);
    for (let i = 0; i < 60; i += 9) expect(await found(engine, `addedword${i}`)).toBe(`added/${i}.md`);
  });

  it('follows a checkout that changes thousands of files', { timeout: 120_000 }, async () => {
    using vault = new TempVault(
      Object.fromEntries(
        Array.from({ length: 2000 }, (_, i) => [`b/${i % 40}/${i}.md`, `common text ${i % 10}\n`]),
      ),
    );
    await using engine = await openTestEngine(vault, { watch: true });
    await engine.client.index();
    for (let i = 0; i < 2000; i++) {
      if (i % 2) vault.remove(`b/${i % 40}/${i}.md`);
      else
        vault.write({
          [`b/${i % 40}/${i}.md`]: `other text ${i % 10}\n`,
          [`c/${i % 40}/${i}.md`]: `common text ${i % 10}\n`,
        });
    }
    await until(async () => (await indexedNotes(engine)) === 2000, '2,000 notes again', 90_000);
    const { counts } = await engine.client.status();
    expect(counts).toMatchObject({ notes: 2000, failed: 0 });
    expect(await found(engine, 'other text 4')).toMatch(/^b\//);
  });
});

describe('pause, resume, stop', () => {
  it('does nothing while paused and all of it afterwards', { timeout: 60_000 }, async () => {
    using vault = new TempVault(proseVault(60));
    await using engine = await openTestEngine(vault);
    await engine.client.pause();
    const running = engine.client.index();
    await until(
      async () => (await engine.client.status()).progress.phase === 'paused',
      'it says that it is paused',
    );
    expect(await indexedNotes(engine)).toBe(0);
    await engine.client.resume();
    expect(await running).toMatchObject({ indexed: 60 });
  });

  it('stops cleanly, keeps what was done and goes on from there', { timeout: 60_000 }, async () => {
    using vault = new TempVault(proseVault(200));
    {
      await using engine = await openTestEngine(vault);
      const abort = new AbortController();
      const running = engine.client.index(undefined, { signal: abort.signal });
      running.catch(() => {});
      await until(
        async () => (await engine.client.status()).progress.passages.embedded > 0,
        'some passages are embedded',
      );
      abort.abort();
      await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    }
    await using again = await openTestEngine(vault);
    const { counts } = await again.client.status();
    expect(counts.notes).toBe(200);
    expect(counts.vectors).toBeGreaterThan(0);
    const rest = await again.client.index();
    expect(rest.indexed).toBe(0);
    expect(rest.embedded).toBeLessThan(counts.chunks);
    expect((await again.client.status()).counts.waiting).toBe(0);
  });
});
