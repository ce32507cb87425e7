import { cpSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/engine.ts';
import { defaultModelsDir } from '../../src/engine/models/catalogue.ts';
import { defaultDatabase } from '../../src/engine/store/location.ts';
import { openTestEngine, SMALL } from '../support/engine.ts';
import { proseVault } from '../support/prose.ts';
import { TempVault } from '../support/temp-vault.ts';

const latin1 = (s: string) => Buffer.from(s, 'latin1');

describe('a vault that is not one', () => {
  it.each([
    ['missing', 'nowhere', 'VAULT_NOT_FOUND'],
    ['a file', 'file.md', 'VAULT_NOT_A_FOLDER'],
  ])('%s', async (_, name, code) => {
    using vault = new TempVault({ 'file.md': 'x' });
    const open = openEngine({ vault: path.join(vault.root, name), dataDir: vault.dataDir, model: SMALL });
    await expect(open).rejects.toMatchObject({ code });
  });

  it('empty: nothing to do, and nothing breaks', async () => {
    using vault = new TempVault();
    await using engine = await openTestEngine(vault);
    expect(await engine.client.index()).toMatchObject({ indexed: 0, failed: 0 });
    await expect(engine.client.related({ note: 'x' })).rejects.toMatchObject({ code: 'NOTE_NOT_FOUND' });
    expect((await engine.client.search({ query: 'anything' })).hits).toEqual([]);
  });

  it('emptied all at once, as by a drive that went away: the index stays', async () => {
    using vault = new TempVault(proseVault(12));
    await using engine = await openTestEngine(vault);
    await engine.client.index();
    vault.remove('notes');
    await expect(engine.client.index()).rejects.toMatchObject({ code: 'VAULT_EMPTY' });
    expect((await engine.client.status()).counts.notes).toBe(12);
  });
});

describe('odd notes', () => {
  const ODD: Record<string, string | Buffer> = {
    'zero.md': '',
    'blank.md': ' \n\n\t\n',
    'one line of 2 MB.md': 'palabra '.repeat(250_000),
    'no spaces.md': 'x'.repeat(300_000),
    'nul.md': 'before\0after nulword\n',
    'invalid.md': Buffer.concat([
      Buffer.from('good text '),
      Buffer.from([0xff, 0xfe, 0x80]),
      Buffer.from(' more invalidword\n'),
    ]),
    'utf16le.md': Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('# Título\n\nmarea alta utfdieciseis\n', 'utf16le'),
    ]),
    'bom.md': '\uFEFF---\ntitle: Con BOM\n---\n\nbomword here\n',
    'crlf.md': '---\r\ntitle: Retornos\r\n---\r\n\r\n# Uno\r\n\r\ncrlfword [[bom]]\r\n',
    'latin1.md': latin1('La contaminación del océano: latinword, añadido después por el señor Muñoz.\n'),
    'mojibake.md': 'La contaminaciÃ³n del ocÃ©ano, aÃ±adido despuÃ©s: mojiword\n',
    "emoji 🧭 “quotes” 'x'.md": 'emojiword\n',
    'new\nline.md': 'newlineword\n',
    'Cafe\u0301.md': 'nfdword\n',
    [`${'ñ'.repeat(126)}.md`]: 'longnameword\n',
    'broken.md': '---\ntitle: [unclosed\n  bad: : yaml\n---\n\nyamlword\n',
    'deep.md': `${'> '.repeat(500)}deepword\n\n${Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- item ${i}`).join('\n')}\n`,
    'links.md': `${Array.from({ length: 10_000 }, (_, i) => `[[Target ${i}]]`).join(' ')} linksword\n`,
    'surrogate.md': 'lone \ud800 surrogate loneword\n',
    'broken.canvas': '{"nodes": [{"type": "text", "text": "cardword',
    'good.canvas': JSON.stringify({
      nodes: [{ id: 'a', type: 'text', text: 'canvasword and [[bom]]' }],
      edges: [],
    }),
  };
  const WORDS: Record<string, string> = {
    nulword: 'nul.md',
    invalidword: 'invalid.md',
    utfdieciseis: 'utf16le.md',
    bomword: 'bom.md',
    crlfword: 'crlf.md',
    latinword: 'latin1.md',
    mojiword: 'mojibake.md',
    emojiword: "emoji 🧭 “quotes” 'x'.md",
    newlineword: 'new\nline.md',
    nfdword: 'Café.md',
    longnameword: `${'ñ'.repeat(126)}.md`,
    yamlword: 'broken.md',
    deepword: 'deep.md',
    linksword: 'links.md',
    loneword: 'surrogate.md',
    canvasword: 'good.canvas',
  };

  it('are all indexed and found, with what was odd written down', { timeout: 120_000 }, async () => {
    using vault = new TempVault(ODD);
    await using engine = await openTestEngine(vault, { threads: 2 });
    const done = await engine.client.index();
    expect(done).toMatchObject({ indexed: Object.keys(ODD).length, failed: 0 });
    for (const [query, file] of Object.entries(WORDS)) {
      expect((await engine.client.search({ query })).hits[0]?.note.path, query).toBe(file);
    }
    const oddities = new Map(
      (await engine.client.ledger({ notable: true })).map((e) => [e.path, e.oddities]),
    );
    expect(oddities.get('broken.md')).toContain('frontmatter-broken');
    expect(oddities.get('broken.canvas')).toContain('canvas-broken');
    expect(oddities.get('nul.md')).toContain('nul-bytes');
    expect(oddities.get('mojibake.md')).toContain('mojibake');
    expect(oddities.has('bom.md')).toBe(false);
    expect((await engine.client.search({ query: 'contaminación' })).hits.map((h) => h.note.path)).toContain(
      'latin1.md',
    );
    for (const file of ['zero.md', 'blank.md', 'no spaces.md', 'broken.canvas']) {
      await expect(engine.client.related({ note: file })).resolves.toBeDefined();
    }
  });

  it('a note of 20 MB is covered to its end', { timeout: 300_000 }, async () => {
    const unit = Array.from({ length: 40 }, (_, i) => `palabra${i} repetida en la nota grande`).join(' ');
    const text = `${`## Parte\n\n${unit}\n\n`.repeat(Math.ceil(20e6 / (unit.length + 12)))}\n\nfinalword\n`;
    using vault = new TempVault({ 'huge.md': text });
    await using engine = await openTestEngine(vault, { threads: 2 });
    expect(await engine.client.index()).toMatchObject({ indexed: 1, failed: 0 });
    const [hit] = (await engine.client.search({ query: 'finalword' })).hits;
    const passage = hit!.passages[0]!;
    expect(text.slice(passage.start, passage.end)).toContain('finalword');
  });

  it('two files whose names differ only in case or normal form are two notes', async () => {
    using vault = new TempVault({
      'Nota.md': 'casea one\n',
      'nota.md': 'caseb two\n',
      'Caf\u00e9.md': 'forma\n',
      'Cafe\u0301.md': 'formb\n',
    });
    await using engine = await openTestEngine(vault);
    expect(await engine.client.index()).toMatchObject({ indexed: 4 });
    const paths = await Promise.all(
      ['casea', 'caseb', 'forma', 'formb'].map(
        async (query) => (await engine.client.search({ query })).hits[0]!.note.path,
      ),
    );
    expect(new Set(paths).size).toBe(4);
    expect(paths.slice(0, 3)).toEqual(['Nota.md', 'nota.md', 'Caf\u00e9.md']);
  });

  it('links out of the vault and loops are not followed', async () => {
    using vault = new TempVault({ 'a.md': 'inside\n' });
    mkdirSync(path.join(vault.base, 'outside'));
    writeFileSync(path.join(vault.base, 'outside', 'secret.md'), 'outsideword\n');
    symlinkSync(path.join(vault.base, 'outside'), path.join(vault.root, 'out'));
    symlinkSync(vault.root, path.join(vault.root, 'loop'));
    await using engine = await openTestEngine(vault);
    expect(await engine.client.index()).toMatchObject({ indexed: 1 });
    const left = await engine.client.ledger({ outcome: 'skipped' });
    expect(left.map((l) => [l.path, l.code])).toEqual([
      ['loop', 'LINK_OUTSIDE_VAULT'],
      ['out', 'LINK_OUTSIDE_VAULT'],
    ]);
  });
});

describe('odd questions', () => {
  it('0 and 100,000 characters, operators and control characters', { timeout: 60_000 }, async () => {
    using vault = new TempVault(proseVault(10));
    await using engine = await openTestEngine(vault);
    await engine.client.index();
    for (const query of ['', '   ', '?!…'])
      await expect(engine.client.search({ query }), query).rejects.toMatchObject({ code: 'QUERY_EMPTY' });
    const long = await engine.client.search({ query: 'needle magnetic north '.repeat(4600) });
    expect(long.queryCut).toBe(true);
    expect(long.hits[0]!.note.title).toMatch(/^Compass/);
    await expect(engine.client.search({ query: '" OR NEAR(' })).rejects.toMatchObject({
      code: 'QUERY_SYNTAX',
      params: { column: 1 },
    });
    for (const query of ['OR NEAR(', 'a AND', 'col:x*', "'; DROP TABLE notes; --", '\0\u0001 luna', '🧭'])
      await expect(engine.client.search({ query }), query).resolves.toBeDefined();
    await expect(engine.client.search({ query: 'x'.repeat(300_000) })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  it('a name that is not there suggests those that are near', async () => {
    using vault = new TempVault({
      'Tokenización.md': 'texto\n',
      'b/Igual.md': 'uno\n',
      'a/Igual.md': 'dos\n',
    });
    await using engine = await openTestEngine(vault);
    await engine.client.index();
    expect((await engine.client.related({ note: 'tokenizacion' })).note.path).toBe('Tokenización.md');
    const miss = await engine.client.related({ note: 'Tokenizacon' }).catch((e) => e);
    expect(miss).toMatchObject({ code: 'NOTE_NOT_FOUND' });
    expect(miss.todo).toContain('Tokenización');
    await expect(engine.client.related({ note: 'igual' })).rejects.toMatchObject({ code: 'NOTE_AMBIGUOUS' });
  });
});

describe('a damaged installation', () => {
  it('an index overwritten with rubbish is set aside and built anew', async () => {
    using vault = new TempVault(proseVault(8));
    {
      await using engine = await openTestEngine(vault);
      await engine.client.index();
    }
    writeFileSync(defaultDatabase(vault.root, vault.dataDir), 'rubbish '.repeat(4000));
    await using engine = await openTestEngine(vault);
    expect((await engine.client.status()).notices.map((n) => n.code)).toEqual(['INDEX_CORRUPT']);
    expect(await engine.client.index()).toMatchObject({ indexed: 8, failed: 0 });
  });

  it('an index of a newer version is left alone', async () => {
    using vault = new TempVault(proseVault(2));
    {
      await using engine = await openTestEngine(vault);
      await engine.client.index();
    }
    const db = new Database(defaultDatabase(vault.root, vault.dataDir));
    db.pragma('user_version = 999');
    db.close();
    await expect(openTestEngine(vault)).rejects.toMatchObject({
      code: 'INDEX_NEWER',
      params: { found: 999 },
    });
  });

  it('a model that is missing or cut short is named, with what to do', async () => {
    using vault = new TempVault(proseVault(2));
    const modelsDir = path.join(vault.base, 'models');
    await expect(openTestEngine(vault, { modelsDir })).rejects.toMatchObject({ code: 'MODEL_MISSING' });
    cpSync(path.join(defaultModelsDir(), SMALL), path.join(modelsDir, SMALL), { recursive: true });
    const manifest = JSON.parse(
      await import('node:fs/promises').then((fs) =>
        fs.readFile(path.join(modelsDir, SMALL, 'manifest.json'), 'utf8'),
      ),
    );
    truncateSync(path.join(modelsDir, SMALL, manifest.graphs.full.path), 1000);
    await expect(openTestEngine(vault, { modelsDir })).rejects.toMatchObject({ code: 'MODEL_DAMAGED' });
  });
});
