import { describe, expect, it } from 'vitest';
import type { Changes } from '../../src/contract/changes.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openTestEngine } from '../support/engine.ts';
import { TempVault } from '../support/temp-vault.ts';
import { until } from '../support/until.ts';

const NOTES = {
  'Mareas.md':
    '---\ntags: [mar]\naliases: [Pleamar]\ndate: 2024-03-01\n---\n# Mareas\n\n## Causas\n\nLa luna levanta el mar dos veces al día, y el viento también hace lo suyo en las costas abiertas. ![[luna llena.png]]\n',
  'cielo/Luna.md': '# Luna\n\nLa luna tira del mar: [[Mareas]].\n',
  'Plano.canvas': JSON.stringify({
    nodes: [{ id: 'a', type: 'text', text: 'Un plano', x: 0, y: 0 }],
    edges: [],
  }),
  'cielo/fotos/luna llena.png': Buffer.from('89504e47', 'hex'),
};

/** All that a listener has heard so far, taken together. */
function heard(engine: Engine) {
  const all = { changed: new Set<string>(), removed: new Set<string>(), vectors: false, links: false };
  const ended = new AbortController();
  const done = (async () => {
    const changes: AsyncIterable<Changes> = await engine.client.changes(undefined, { signal: ended.signal });
    for await (const { changed, removed, vectors, links } of changes) {
      for (const path of changed) all.changed.add(path);
      for (const path of removed) all.removed.add(path);
      all.vectors ||= vectors;
      all.links ||= links;
    }
  })().catch(() => {});
  return {
    all,
    async [Symbol.asyncDispose]() {
      ended.abort();
      await done;
    },
  };
}

describe('a vault to read', () => {
  it('lists its notes and their headings, and finds attachments by their names', {
    timeout: 60_000,
  }, async () => {
    using vault = new TempVault(NOTES);
    await using engine = await openTestEngine(vault);
    const { client } = engine;
    await client.index();
    const { notes } = await client.notes();
    expect(notes.map(({ path, kind }) => [path, kind])).toEqual([
      ['Mareas.md', 'markdown'],
      ['Plano.canvas', 'canvas'],
      ['cielo/Luna.md', 'markdown'],
    ]);
    expect(notes[0]).toMatchObject({
      title: 'Mareas',
      aliases: ['Pleamar'],
      tags: ['mar'],
      date: '2024-03-01',
      language: 'es',
    });
    const { notes: outlines } = await client.headings();
    expect(outlines[0]).toMatchObject({
      path: 'Mareas.md',
      headings: [{ text: 'Mareas' }, { text: 'Causas' }],
    });

    const some = { paths: ['cielo/Luna.md', 'none.md'] };
    expect((await client.notes(some)).notes.map(({ path }) => path)).toEqual(['cielo/Luna.md']);
    expect((await client.headings(some)).notes.map(({ path }) => path)).toEqual(['cielo/Luna.md']);

    const { links, text } = await client.note({ note: 'pleamar' });
    expect(links[0]).toMatchObject({ kind: 'embed', attachment: 'cielo/fotos/luna llena.png', to: null });
    expect(text.slice(links[0]!.start, links[0]!.end)).toBe('![[luna llena.png]]');
    const image = await client.attachment({ path: links[0]!.attachment! });
    expect([image.type, image.size]).toEqual(['image/png', 4]);

    const { languages, model } = await client.status();
    expect(languages.map(({ language }) => language)).toContain('es');
    expect(languages.reduce((sum, { notes }) => sum + notes, 0)).toBe(3);
    expect(model).toMatchObject({ provider: 'cpu', threads: expect.any(Number) });
  });

  it('tells of what changes on disk, and shows it', { timeout: 60_000 }, async () => {
    using vault = new TempVault(NOTES);
    await using engine = await openTestEngine(vault, { watch: true });
    const { client } = engine;
    await client.index();
    await using listening = heard(engine);
    vault.write({ 'Nueva.md': 'El viento levanta olas. [[Luna]]\n' });
    await until(() => listening.all.changed.has('Nueva.md'), 'a new note is told of');
    await until(() => listening.all.vectors && listening.all.links, 'its vectors and links are told of');
    const { note, current } = await client.note({ note: 'Nueva' });
    expect([note.path, current]).toEqual(['Nueva.md', true]);
    vault.move('Nueva.md', 'aire/Viento.md');
    await until(() => listening.all.removed.has('Nueva.md'), 'the old name is told of');
    expect(listening.all.changed).toContain('aire/Viento.md');
    vault.remove('aire');
    await until(() => listening.all.removed.has('aire/Viento.md'), 'a removed note is told of');
  });

  it('shows a save at once though thousands of other notes are still to be read', {
    timeout: 90_000,
  }, async () => {
    using vault = new TempVault(NOTES);
    await using engine = await openTestEngine(vault, { watch: true });
    const { client } = engine;
    await client.index();
    await client.pause();
    vault.write(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`muchas ${i}.md`, `Nota ${i}.`])));
    const indexing = client.index();
    await until(async () => (await client.status()).progress.notes.total > 0, 'they are being read');
    await using listening = heard(engine);
    vault.write({ 'Mareas.md': '# Mareas\n\nOtro texto.\n' });
    await until(() => listening.all.changed.has('Mareas.md'), 'the save is told of');
    expect(await client.note({ note: 'Mareas' })).toMatchObject({
      current: false,
      text: '# Mareas\n\nOtro texto.\n',
    });
    await client.resume();
    await indexing;
    await until(async () => (await client.note({ note: 'Mareas' })).current, 'it is indexed');
  });

  it('is told of by a process that only reads, too', { timeout: 60_000 }, async () => {
    using vault = new TempVault(NOTES);
    await using writer = await openTestEngine(vault);
    await writer.client.index();
    await using reader = await openTestEngine(vault, { readOnly: true });
    await using listening = heard(reader);
    vault.write({ 'Nueva.md': 'El viento levanta olas.\n' });
    await writer.client.index();
    await until(() => listening.all.changed.has('Nueva.md'), 'what the other one wrote is told of');
    expect((await reader.client.note({ note: 'Nueva' })).text).toContain('viento');
  });
});

describe('exclusions that a person chose', () => {
  it('keep notes out, and take those out that are in', { timeout: 60_000 }, async () => {
    using vault = new TempVault({ ...NOTES, 'diario/hoy.md': 'Nada.', 'diario/ayer.md': 'Poco.' });
    {
      await using engine = await openTestEngine(vault);
      expect((await engine.client.index()).indexed).toBe(5);
    }
    await using engine = await openTestEngine(vault, { watch: true, exclude: ['diario/', '*.canvas'] });
    const { client } = engine;
    expect(await client.index()).toMatchObject({ removed: 3, skipped: 3 });
    vault.write({ 'diario/otro.md': 'Otra cosa.', 'Fuera.md': 'Esto sí.' });
    await until(
      async () => (await client.notes()).notes.some(({ path }) => path === 'Fuera.md'),
      'another new note is indexed',
    );
    expect((await client.notes()).notes.map(({ path }) => path)).not.toContain('diario/otro.md');
  });
});

describe('retrying', () => {
  it('reads named notes again though they have not changed', { timeout: 60_000 }, async () => {
    using vault = new TempVault(NOTES);
    await using engine = await openTestEngine(vault);
    const { client } = engine;
    await client.index();
    await using listening = heard(engine);
    await client.retry({ paths: ['Mareas.md'] });
    await until(() => listening.all.changed.has('Mareas.md'), 'it is read again');
    expect([...listening.all.changed]).toEqual(['Mareas.md']);
  });

  it('takes up what failed once the reason is gone', { timeout: 60_000 }, async () => {
    using vault = new TempVault({ ...NOTES, 'Rota.md': Buffer.from([0, 1, 2, 0, 255, 0, 3]) });
    await using engine = await openTestEngine(vault);
    const { client } = engine;
    await client.index();
    const failed = (await client.ledger({ notable: true })).filter(({ path }) => path === 'Rota.md');
    expect(failed).toMatchObject([{ code: 'FILE_BINARY', params: { path: 'Rota.md' } }]);
    vault.write({ 'Rota.md': 'Ya es texto.' });
    await client.retry({});
    await until(
      async () => (await client.notes()).notes.some(({ path }) => path === 'Rota.md'),
      'it is indexed',
    );
    expect((await client.ledger({ outcome: 'failed' })).map(({ path }) => path)).not.toContain('Rota.md');
  });
});
