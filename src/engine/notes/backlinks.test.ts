import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../contract/backlinks.ts';
import { backlinks } from './backlinks.ts';
import { VaultBench } from './vault-bench.fixture.ts';

let bench: VaultBench;
beforeEach(() => {
  bench = new VaultBench();
});
afterEach(() => bench.close());

const of = (path: string, limit = 50) =>
  backlinks({ root: bench.root, store: bench.store }, bench.note(path), limit);
const marked = ({ text, mark }: Place) =>
  `${text.slice(0, mark.start)}«${text.slice(mark.start, mark.end)}»${text.slice(mark.end)}`;

describe('notes that link to a note', () => {
  it('show the line the link stands in, as it is read, below its headings', async () => {
    const text =
      '# Costa\n\n## Luces\n\nAntes.\n- [ ] **Visitar** el [[Faro|viejo faro]] de `noche` y ver [otro](http://example.org/x).\nDespués.\n';
    bench.write({ 'Faro.md': 'Luz.', 'Costa.md': text });
    const { linked, linkedTotal } = await of('Faro.md');
    expect(linkedTotal).toBe(1);
    expect(linked[0]!.note.path).toBe('Costa.md');
    const [place] = linked[0]!.places;
    expect(marked(place!)).toBe('Visitar el «viejo faro» de noche y ver otro.');
    expect(place!.headingPath).toEqual(['Costa', 'Luces']);
    expect(text.slice(place!.start, place!.end)).toBe('[[Faro|viejo faro]]');
  });

  it('show every place, by title, and never the note itself', async () => {
    bench.write({
      'Faro.md': 'Luz. [[Faro]]',
      'b.md': '# Beta\n\n[[Faro]] uno.\n\nDos: [[Faro]]',
      'a.md': '# Alfa\n\nEl [[Faro]].',
    });
    const { linked } = await of('Faro.md');
    expect(linked.map(({ note }) => note.title)).toEqual(['Alfa', 'Beta']);
    expect(linked[1]!.places.map(marked)).toEqual(['«Faro» uno.', 'Dos: «Faro»']);
  });

  it('show the sentence of a long line, and part of an endless one', async () => {
    const filler = 'Otra frase que no dice nada del asunto. '.repeat(20);
    bench.write({
      'Faro.md': 'Luz.',
      'Larga.md': `${filler}El [[Faro]] gira. ${filler}`,
      'Sin fin.md': `${'palabra '.repeat(200)}[[Faro]]${' palabra'.repeat(200)}`,
    });
    const { linked } = await of('Faro.md');
    expect(linked[0]!.places.map(marked)).toEqual(['…El «Faro» gira.…']);
    const [endless] = linked[1]!.places;
    expect(endless!.text.length).toBeLessThan(300);
    expect(marked(endless!)).toMatch(/^…palabra .*«Faro» palabra.*palabra…$/);
  });

  it('show where the links are now, though the index is behind', async () => {
    bench.write({ 'Faro.md': 'Luz.', 'Costa.md': 'El [[Faro]].' });
    const text = 'Un párrafo nuevo.\n\nY después, el [[Faro]] otra vez.';
    bench.save('Costa.md', text);
    const [place] = (await of('Faro.md')).linked[0]!.places;
    expect(marked(place!)).toBe('Y después, el «Faro» otra vez.');
    expect(text.slice(place!.start, place!.end)).toBe('[[Faro]]');
  });

  it('are still told when their file is gone, from the index', async () => {
    bench.write({ 'Faro.md': 'Luz.', 'Costa.md': 'Cerca del [[Faro]] hay rocas.' });
    rmSync(join(bench.root, 'Costa.md'));
    const [place] = (await of('Faro.md')).linked[0]!.places;
    expect(marked(place!)).toBe('Cerca del «Faro» hay rocas.');
  });

  it('are no more than asked for', async () => {
    bench.write({ 'Faro.md': 'Luz.', ...Object.fromEntries([1, 2, 3].map((i) => [`n${i}.md`, '[[Faro]]'])) });
    const { linked, linkedTotal } = await of('Faro.md', 2);
    expect([linked.length, linkedTotal]).toEqual([2, 3]);
  });
});

describe('notes that say what a note is called', () => {
  it('show each place that is no link, by title, alias or file name', async () => {
    const text = 'El Faro de Alejandría y otra vez el FARO DE ALEJANDRIA, o sea el Pharos.';
    bench.write({
      'faro.md': '---\naliases: [Pharos]\n---\n# Faro de Alejandría\n\nUn faro de Alejandría.',
      'Maravillas.md': text,
      'Otra.md': 'Los faros de Galicia.',
    });
    const { unlinked, linked } = await of('faro.md');
    expect(linked).toEqual([]);
    expect(unlinked.map(({ note }) => note.path)).toEqual(['Maravillas.md']);
    const said = unlinked[0]!.places.map(({ start, end }) => text.slice(start, end));
    expect(said).toEqual(['Faro de Alejandría', 'FARO DE ALEJANDRIA', 'Pharos']);
    expect(marked(unlinked[0]!.places[2]!)).toContain('«Pharos»');
  });

  it('are not those that only link to it, nor what nobody reads', async () => {
    bench.write({
      'Faro.md': 'Luz.',
      'Enlaza.md': 'El [[Faro]] y el [faro](Faro.md).',
      'Oculto.md': '%% el faro %%\n\n[web](https://example.org/faro) https://example.org/faro',
      'Propiedad.md': '---\ntema: faro\n---\nNada.',
      'Ambos.md': 'Un [[Faro]] y otro faro.',
    });
    const { unlinked } = await of('Faro.md');
    expect(unlinked.map(({ note, places }) => [note.path, ...places.map(marked)])).toEqual([
      ['Ambos.md', 'Un Faro y otro «faro».'],
    ]);
  });

  it('are not looked for by names that say nothing', async () => {
    bench.write({ 'a.md': '---\naliases: [de, R2, "2024"]\n---\n', 'Otra.md': 'La a de R2 en 2024.' });
    const { unlinked, moreUnlinked } = await of('a.md');
    expect([unlinked, moreUnlinked]).toEqual([[], false]);
  });
});
