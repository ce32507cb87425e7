import { describe, expect, test } from 'vitest';
import { colourOf } from './colour.ts';
import { placeLabel } from './edge-label.ts';
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
  const { path, at } = lineOf(edge!, text, file);
  expect(path).toMatch(/^M100 25C\S+ 25 \S+ 25 300 25$/);
  expect(at(0.5)).toEqual({ x: 200, y: 25 });
  expect(at(0)).toEqual({ x: 100, y: 25 });
});

describe('labels of edges', () => {
  const left = { x: 0, y: 0, width: 380, height: 140 };
  const between = (gap: number) => [left, { ...left, x: 380 + gap }];
  const label = (gap: number, words = 'relaciones, no coordenadas') =>
    placeLabel(words, (share) => ({ x: 380 + gap * share, y: 70 }), between(gap));

  test('stand in the middle where there is room', () => {
    expect(label(400).lines).toEqual(['relaciones, no coordenadas']);
    expect(label(400).x + label(400).width / 2).toBe(580);
  });

  test('are broken into lines where the gap is narrow', () => {
    const { lines, x, width } = label(90);
    expect(lines).toEqual(['relaciones,', 'no', 'coordenadas']);
    expect([x >= 380, x + width <= 470]).toEqual([true, true]);
  });

  test('cover a card only where there is no gap', () => {
    expect(label(20).lines).toEqual(['relaciones, no coordenadas']);
  });
});

test('colours are the six, or written out; nothing else reaches the style', () => {
  expect(colourOf('4')).toMatch(/^#/);
  expect(colourOf('#aabbcc')).toBe('#aabbcc');
  expect(colourOf('red; background: url(https://x.org)')).toBeUndefined();
});
