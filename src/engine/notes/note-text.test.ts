import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteText } from './note-text.ts';
import { VaultBench } from './vault-bench.fixture.ts';

let bench: VaultBench;
beforeEach(() => {
  bench = new VaultBench();
});
afterEach(() => bench.close());

const read = (path: string) =>
  noteText(
    { root: bench.root, store: bench.store, attachments: () => bench.index.attachments },
    bench.note(path),
  );

describe('a note to read', () => {
  it('comes with its links, each where it stands and where it leads', async () => {
    bench.index.attachments = ['img/Faro de noche.png'];
    const text =
      '# Puerto\n\nVer [[Faro#La costa|el faro]], ![[Faro de noche.png]], [barcos](Barcos.md#^quilla) y [[Nada]].\n';
    bench.write({ 'Puerto.md': text, 'Faro.md': '# El faro\n\n## La costa\n\nLuz.', 'Barcos.md': 'Velas.' });
    const found = await read('Puerto.md');
    expect(found.links.map((link) => [text.slice(link.start, link.end), link.target, link.kind])).toEqual([
      ['[[Faro#La costa|el faro]]', 'Faro#La costa', 'wikilink'],
      ['![[Faro de noche.png]]', 'Faro de noche.png', 'embed'],
      ['[barcos](Barcos.md#^quilla)', 'Barcos.md#^quilla', 'markdown'],
      ['[[Nada]]', 'Nada', 'wikilink'],
    ]);
    expect(found.links.map((link) => link.to?.path ?? link.attachment)).toEqual([
      'Faro.md',
      'img/Faro de noche.png',
      'Barcos.md',
      null,
    ]);
    expect(found.links[0]!.alias).toBe('el faro');
    expect(found).toMatchObject({ text, current: true, note: { path: 'Puerto.md', title: 'Puerto' } });
    expect(found.headings.map(({ text }) => text)).toEqual(['Puerto']);
  });

  it('is as the disk has it while the index is behind: headings and links stand where they say', async () => {
    bench.write({
      'Puerto.md': '# Puerto\n\n[[Faro]]',
      'Faro.md': 'Luz.',
      'Muelle.md': 'Piedra.',
    });
    const before = await read('Puerto.md');
    const text = '---\naliases: [Rada]\n---\n# Puerto viejo\n\nLargo. [[Faro]] y [[Muelle]]';
    bench.save('Puerto.md', text);
    const found = await read('Puerto.md');
    expect(found.current).toBe(false);
    expect(found.revision).not.toBe(before.revision);
    expect(found.note).toMatchObject({ title: 'Puerto viejo', aliases: ['Rada'], size: text.length });
    expect(found.links.map(({ start, end }) => text.slice(start, end))).toEqual(['[[Faro]]', '[[Muelle]]']);
    expect(found.links.map(({ to }) => to?.path)).toEqual(['Faro.md', 'Muelle.md']);
    const [heading] = found.headings;
    expect(text.slice(heading!.start, heading!.end)).toContain('Puerto viejo');
  });

  it('says what was odd about it', async () => {
    bench.write({ 'Roto.md': '---\na: [\n---\ntexto' });
    bench.save('Roto.md', Buffer.from('---\na: [\n---\ntexto \xff', 'latin1'));
    const { oddities, text } = await read('Roto.md');
    expect(oddities).toContain('frontmatter-broken');
    expect(text).toContain('texto');
  });

  it('is refused with a code when it went away', async () => {
    bench.write({ 'Puerto.md': 'Agua.' });
    rmSync(join(bench.root, 'Puerto.md'));
    await expect(read('Puerto.md')).rejects.toMatchObject({ code: 'FILE_VANISHED' });
  });
});
