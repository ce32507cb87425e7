import { describe, expect, test } from 'vitest';
import { colourOf } from './colour.ts';
import { boundsOf, lineOf } from './geometry.ts';
import { readCanvas } from './read-canvas.ts';

const box = { x: 0, y: 0, width: 100, height: 50 };
const text = { id: 'a', type: 'text', text: '# hola', ...box } as const;
const file = { id: 'b', type: 'file', file: 'Mar/a.md', subpath: '#Uno', ...box, x: 300 } as const;

describe('reading', () => {
  test('cards and the edges between them', () => {
    const { cards, edges } = readCanvas(
      JSON.stringify({
        nodes: [
          text,
          file,
          { id: 'c', type: 'group', label: 'G', ...box },
          { id: 'd', type: 'link', url: 'https://e.org', ...box },
        ],
        edges: [{ id: 'e', fromNode: 'a', toNode: 'b', fromSide: 'right', toSide: 'left', label: 'va' }],
      }),
    );
    expect(cards.map(({ type }) => type)).toEqual(['text', 'file', 'group', 'link']);
    expect(edges).toMatchObject([
      { fromNode: 'a', toNode: 'b', fromEnd: 'none', toEnd: 'arrow', label: 'va' },
    ]);
  });

  test('what is no card, or leads to none, is left out', () => {
    const { cards, edges } = readCanvas(
      JSON.stringify({
        nodes: [text, { id: 'x', type: 'text' }, { ...text, id: 'y', width: 'wide' }, null, 3],
        edges: [{ fromNode: 'a', toNode: 'nowhere' }, 'x'],
      }),
    );
    expect(cards.map(({ id }) => id)).toEqual(['a']);
    expect(edges).toEqual([]);
  });

  test('an empty file is an empty canvas', () => {
    expect(readCanvas(' \n')).toEqual({ cards: [], edges: [] });
    expect(readCanvas('{}')).toEqual({ cards: [], edges: [] });
  });

  test.each(['{"nodes": [', '[]', 'null', '{"nodes": 3}'])('no canvas: %s', (source) => {
    expect(() => readCanvas(source)).toThrow(SyntaxError);
  });
});

test('what surrounds the cards', () => {
  expect(boundsOf([text, file])).toEqual({ x: 0, y: 0, width: 400, height: 50 });
  expect(boundsOf([])).toEqual({ x: 0, y: 0, width: 1, height: 1 });
});

test('an edge goes from side to side, the facing ones where it does not say', () => {
  const [edge] = readCanvas(
    JSON.stringify({ nodes: [text, file], edges: [{ fromNode: 'a', toNode: 'b' }] }),
  ).edges;
  const { path, middle } = lineOf(edge!, text, file);
  expect(path).toMatch(/^M100 25C\S+ 25 \S+ 25 300 25$/);
  expect(middle).toEqual({ x: 200, y: 25 });
});

test('colours are the six, or written out; nothing else reaches the style', () => {
  expect(colourOf('4')).toMatch(/^#/);
  expect(colourOf('#aabbcc')).toBe('#aabbcc');
  expect(colourOf('red; background: url(https://x.org)')).toBeUndefined();
});
