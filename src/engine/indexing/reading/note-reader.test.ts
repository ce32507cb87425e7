import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTextTools, type OpenTextTools, openTextTools } from '../../embed/text-tools.ts';
import { buildModel } from '../../models/build-model.ts';
import { findModel } from '../../models/catalogue.ts';
import { TINY_CARD, tinyIngredients } from '../../models/fixtures/tiny.ts';
import { scanVault } from '../../vault/scanner.ts';
import { DiskVault } from '../../vault/vault.fixture.ts';
import { NoteReader } from './note-reader.ts';

let modelsDir = '';
let tools: OpenTextTools;
beforeAll(async () => {
  modelsDir = mkdtempSync(join(tmpdir(), 'portolan-reader-'));
  await buildModel(TINY_CARD, tinyIngredients(), {
    modelsDir,
    texts: { titles: ['tea', 'sea'], oddities: [''] },
  });
  tools = createTextTools(openTextTools(findModel({ modelsDir, id: 'tiny' })));
}, 60_000);
afterAll(() => rmSync(modelsDir, { recursive: true, force: true }));

async function readBoth(vault: DiskVault, known: (path: string) => string | null = () => null) {
  const { notes } = await scanVault(vault.root);
  const sources = notes.map((file) => ({ file, known: known(file.path) }));
  const reader = new NoteReader({ root: vault.root, tools: async () => tools, threads: 1 });
  try {
    const here = await reader.read(sources, false);
    const there = await reader.read(sources, true);
    return { notes, here, there };
  } finally {
    await reader.rest();
  }
}

/** Without when it was read. */
const timeless = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === 'indexed_at' ? 0 : each)));

describe('notes read in a thread', () => {
  it('are the same rows as those read here, static vectors included', async () => {
    using vault = new DiskVault({
      'a.md': '# Tea\n\nthe tea by the sea [[b]]\n\n## Hills\n\na walk',
      'sub/ñandú.md': 'un año\r\n',
      'empty.md': '',
      'board.canvas':
        '{"nodes":[{"id":"1","type":"text","text":"bees","x":0,"y":0,"width":1,"height":1}],"edges":[]}',
    });
    const { notes, here, there } = await readBoth(vault);
    expect(timeless(there)).toEqual(timeless(here));
    const first = there[notes.findIndex(({ path }) => path === 'a.md')]!;
    if (first.kind !== 'rows') throw new Error(first.kind);
    expect(first.rows.note.raw_path).toEqual(Buffer.from('a.md'));
    expect(first.rows.chunks.every((chunk) => chunk.static?.byteLength === 64)).toBe(true);
  });

  it('are not prepared where their bytes are known, and fail one by one', async () => {
    using vault = new DiskVault({
      'a.md': 'tea',
      'b.md': 'sea',
      'image.md': Buffer.from('%PDF-1.7\0\0\xff\xfe\0\0'),
    });
    const { here } = await readBoth(vault);
    const hashOf = (i: number) => {
      const note = here[i]!;
      return note.kind === 'rows' ? (note.rows.note.content_hash as string) : null;
    };
    const again = await readBoth(vault, (path) => (path === 'a.md' ? hashOf(0) : null));
    for (const notes of [again.here, again.there])
      expect(notes.map(({ kind }) => kind)).toEqual(['same', 'rows', 'failed']);
    expect(again.there[2]).toMatchObject({ code: 'FILE_BINARY', params: { path: 'image.md' } });
  });

  it('say so when they vanish', async () => {
    using vault = new DiskVault({ 'a.md': 'tea' });
    const [file] = (await scanVault(vault.root)).notes;
    rmSync(join(vault.root, 'a.md'));
    writeFileSync(join(vault.root, 'b.md'), 'sea');
    const reader = new NoteReader({ root: vault.root, tools: async () => tools, threads: 1 });
    const [note] = await reader.read([{ file: file!, known: null }], true);
    await reader.rest();
    expect(note).toMatchObject({ kind: 'failed', code: 'FILE_VANISHED' });
  });
});
