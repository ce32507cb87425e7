import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { openTestEngine } from '../support/engine.ts';
import { TempVault } from '../support/temp-vault.ts';
import { until } from '../support/until.ts';

const NOTES = {
  'Mareas.md': '# Mareas\n\nLa luna levanta el mar. Véase [[Luna]].\n',
  'Luna.md': '# Luna\n\nLa luna tira del mar y levanta las mareas.\n',
  'Pan.md': '# Pan\n\nHarina, agua, sal y levadura.\n',
};

const codes = async (engine: Engine) => (await engine.client.status()).notices.map(({ code }) => code);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );

describe('a vault that goes away while it is open', () => {
  it('is still searched, says so, and is read again when it is back', { timeout: 60_000 }, async () => {
    using vault = new TempVault(NOTES);
    await using engine = await openTestEngine(vault, { watch: true });
    const { client } = engine;
    await client.index();
    const away = `${vault.root}-away`;
    renameSync(vault.root, away);
    await until(async () => (await codes(engine)).includes('VAULT_GONE'), 'it is noticed');

    expect(await codeOf(client.note({ note: 'Luna' }))).toBe('VAULT_GONE');
    expect(await codeOf(client.attachment({ path: 'a.png' }))).toBe('VAULT_GONE');
    expect(await codeOf(client.index())).toBe('VAULT_NOT_FOUND');
    expect((await client.related({ note: 'Mareas' })).results[0]!.note.path).toBe('Luna.md');
    const { linked } = await client.backlinks({ note: 'Luna' });
    expect(linked[0]!.places[0]!.text).toContain('Luna');
    const { counts, progress } = await client.status();
    expect(counts).toMatchObject({ notes: 3, indexed: 3 });
    expect(progress.phase).toBe('idle');

    renameSync(away, vault.root);
    vault.write({ 'Luna.md': '# Luna\n\nEl satélite de la Tierra.\n' });
    await until(async () => (await codes(engine)).length === 0, 'it is back');
    await until(async () => (await client.note({ note: 'Luna' })).current, 'what changed meanwhile is read');
    expect((await client.note({ note: 'Luna' })).text).toContain('satélite');
  });

  it('is not taken for one whose notes were deleted, though an empty folder is in its place', {
    timeout: 60_000,
  }, async () => {
    using vault = new TempVault(NOTES);
    await using engine = await openTestEngine(vault, { watch: true });
    const { client } = engine;
    await client.index();
    const away = `${vault.root}-away`;
    renameSync(vault.root, away);
    mkdirSync(vault.root);
    await until(async () => (await codes(engine)).includes('VAULT_EMPTY'), 'it is noticed');
    expect(await codeOf(client.index())).toBe('VAULT_EMPTY');
    expect((await client.status()).counts.notes).toBe(3);
    rmSync(vault.root, { recursive: true });
    renameSync(away, vault.root);
    await until(async () => (await codes(engine)).length === 0, 'it is back');
    expect((await client.status()).counts.notes).toBe(3);
  });

  it('loses nothing though it goes in the midst of a scan', { timeout: 60_000 }, async () => {
    using vault = new TempVault(
      Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`${i % 60}/${i}.md`, `Nota ${i}.`])),
    );
    await using engine = await openTestEngine(vault);
    const { client } = engine;
    await client.index();
    const away = `${vault.root}-away`;
    for (let turns = 0; turns < 12; turns++) {
      const scan = codeOf(client.index());
      for (let i = 0; i < turns * 3; i++) await new Promise((resolve) => setImmediate(resolve));
      renameSync(vault.root, away);
      expect([null, 'VAULT_NOT_FOUND', 'VAULT_GONE']).toContain(await scan);
      expect((await client.status()).counts.notes).toBe(600);
      renameSync(away, vault.root);
    }
  });
});
