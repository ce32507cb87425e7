import { describe, expect, it } from 'vitest';
import type { NoteEntry } from '../../contract/notes.ts';
import { NoteIndex } from './note-index.ts';

const entry = (path: string, title: string, aliases: string[] = []): NoteEntry => ({
  path,
  title,
  language: 'es',
  kind: 'markdown',
  aliases,
  tags: [],
  size: 1,
  modified: 0,
  created: 0,
  date: null,
});

const NOTES = [
  entry('IA/Mecanismo de atención.md', 'Mecanismo de atención', ['Attention']),
  entry('IA/Tokenización.md', 'Tokenización'),
  entry('IA/Redes.md', 'Redes y atención'),
  entry('Cocina/Pan.md', 'Pan de masa madre', ['Sourdough']),
  entry('Cocina/Atenciones.md', 'Atenciones'),
  entry('笔记/注意力机制.md', '注意力机制'),
  entry('Diario/2024-05-01.md', '2024-05-01'),
];

const index = await (await NoteIndex.build(NOTES)).withHeadings([
  {
    path: 'Cocina/Pan.md',
    headings: [
      { level: 1, text: 'Pan de masa madre', start: 0, end: 1 },
      { level: 2, text: 'Atención al horno', start: 2, end: 3 },
    ],
  },
  { path: 'gone.md', headings: [{ level: 1, text: 'Atención perdida', start: 0, end: 1 }] },
]);
const found = (typed: string) => index.find(typed).map(({ by, text }) => `${by}: ${text}`);

describe('going to a note', () => {
  it('finds titles before aliases before headings, accents and case aside', () => {
    expect(found('ATENCION')).toEqual([
      'title: Atenciones',
      'title: Redes y atención',
      'title: Mecanismo de atención',
      'heading: Atención al horno',
    ]);
    expect(found('sourd')).toEqual(['alias: Sourdough']);
  });

  it('puts first what is nothing else, then what begins so, then words that do', async () => {
    const names = ['Mapa del mar', 'Mar adentro', 'Amarre', 'Mar', 'El mar'];
    const small = await NoteIndex.build(names.map((name) => entry(`${name}.md`, name)));
    expect(small.find('mar').map(({ text }) => text)).toEqual([
      'Mar',
      'Mar adentro',
      'El mar',
      'Mapa del mar',
      'Amarre',
    ]);
  });

  it('takes words in any order', () => {
    expect(found('atencion mecanismo')[0]).toBe('title: Mecanismo de atención');
  });

  it('takes some of the letters where nothing has them all in a row', () => {
    expect(found('tknzcn')).toEqual(['title: Tokenización']);
  });

  it('finds other scripts, dates, and folders', () => {
    expect(found('注意')).toEqual(['title: 注意力机制']);
    expect(found('2024-05')).toEqual(['title: 2024-05-01']);
    expect(found('cocina/')).toEqual(['path: Cocina/Pan.md', 'path: Cocina/Atenciones.md']);
  });

  it('lists a note once by its own names', () => {
    const paths = index.find('att').map(({ note }) => note.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('IA/Mecanismo de atención.md');
  });

  it('finds nothing for nothing, and nothing where there is nothing', () => {
    expect(found('')).toEqual([]);
    expect(found(' - ')).toEqual([]);
    expect(found('xyzzy')).toEqual([]);
  });

  it('is quick with 50,000 notes and their headings', async () => {
    const many = Array.from({ length: 50_000 }, (_, i) =>
      entry(`c${i % 100}/Nota número ${i}.md`, `Nota número ${i}`),
    );
    const large = await (await NoteIndex.build(many)).withHeadings(
      many.map(({ path }, i) => ({
        path,
        headings: [{ level: 2, text: `Sección ${i % 977}`, start: 0, end: 1 }],
      })),
    );
    large.find('nota');
    const times = ['n', 'no', 'not', 'nota 4', 'nota 49', 'seccion 97', 'zzz', 'numero nota 77'].map(
      (typed) => {
        const before = performance.now();
        large.find(typed);
        return performance.now() - before;
      },
    );
    // 30 ms by itself; machines that do other things meanwhile are given room.
    expect(Math.min(...times)).toBeLessThan(30);
    expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(120);
  });
});
