import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { bodyText } from './body-text.ts';
import { parseCanvas } from './canvas.ts';
import { plainText } from './plain-text.ts';

const canvas = (value: unknown) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { text, note: parseCanvas(asNotePath('Maps/2024-01-02 plan.canvas'), text) };
};

describe('parseCanvas', () => {
  it('reads cards, labels and files with offsets into the source', () => {
    const { text, note } = canvas({
      nodes: [
        { id: '1', type: 'text', text: 'Hola **[[Nota|alias]]** "x"\n\n- a #tag\n- b 😀 %% c %% fin' },
        { id: '2', type: 'file', file: 'A/b ñ.md', subpath: '#Sec' },
        { id: '3', type: 'file', file: 'img.png' },
        { id: '4', type: 'group', label: 'Grupo' },
        { id: '5', type: 'link', url: 'https://e.org' },
        { id: '6', type: 'text', text: '' },
      ],
      edges: [{ id: 'e', label: 'hacia' }, { id: 'f' }],
    });
    expect(note.problems).toEqual([]);
    expect(note.title).toBe('2024-01-02 plan');
    expect(note.date).toBe('2024-01-02');
    expect(note.blocks.map((b) => [b.kind, plainText(note, b)])).toEqual([
      ['card', 'Hola alias "x"\na #tag\nb 😀 fin'],
      ['card', 'Grupo'],
      ['card', 'hacia'],
    ]);
    expect(bodyText(note)).toBe('Hola alias "x"\na #tag\nb 😀 fin\nGrupo\nhacia');
    expect(note.links.map((l) => [l.kind, l.target, l.heading, text.slice(l.start, l.end)])).toEqual([
      ['wikilink', 'Nota', undefined, '[[Nota|alias]]'],
      ['canvas', 'A/b ñ.md', 'Sec', 'A/b ñ.md'],
      ['canvas', 'img.png', undefined, 'img.png'],
    ]);
    expect(note.tags.map((t) => text.slice(t.span!.start, t.span!.end))).toEqual(['#tag']);
    expect(note.comments.map((c) => text.slice(c.start, c.end))).toEqual(['%% c %%']);
  });

  it('finds its way through escapes', () => {
    const { text, note } = canvas(
      '{"nodes":[{"type":"text","text":"\\u00e1\\/\\ud83d\\ude00 [[B]]\\t\\"z\\""}]}',
    );
    expect(plainText(note, note.blocks[0]!)).toBe('á/😀 B "z"');
    expect(text.slice(note.links[0]!.start, note.links[0]!.end)).toBe('[[B]]');
  });

  it('hides an escape that is markup', () => {
    const { note } = canvas({ nodes: [{ type: 'text', text: '\\*a\\* "b" %% "c" %% d' }] });
    expect(plainText(note, note.blocks[0]!)).toBe('*a* "b" d');
  });

  it.each([
    ['empty', ''],
    ['blank', ' \n'],
    ['without nodes', '{}'],
    [
      'with odd nodes',
      '{"nodes":[1,null,"x",{"type":"text"},{"type":"text","text":3},{"type":"file"}],"edges":{}}',
    ],
  ])('takes an %s one for an empty note', (_, text) => {
    expect(canvas(text).note).toMatchObject({ blocks: [], links: [], problems: [] });
  });

  it.each([
    ['truncated', '{"nodes":[{"type":"text","text":"hola"}'],
    ['no JSON', '# a note'],
    ['a list', '[]'],
    ['with comments', '{} // x'],
    ['nested too deep', '['.repeat(200_000)],
  ])('records a broken one: %s', (_, text) => {
    const { note } = canvas(text);
    expect(note.problems.map((p) => p.kind)).toEqual(['canvas-broken']);
    expect(note).toMatchObject({ blocks: [], links: [], tags: [], title: '2024-01-02 plan' });
  });
});
