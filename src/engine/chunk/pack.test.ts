import { describe, expect, it } from 'vitest';
import { pack } from './pack.ts';
import type { Piece } from './piece.ts';

const piece = (tokens: number, extra: Partial<Piece> = {}): Piece => ({
  kind: 'paragraph',
  block: 0,
  start: 0,
  end: 1,
  text: 'x'.repeat(tokens),
  lead: '',
  tokens,
  ...extra,
});
const sizes = (tokens: number[], separator = 0, limit = 150) =>
  pack(
    tokens.map((t) => piece(t)),
    { target: 100, limit },
    separator,
  ).map((g) => g.map((p) => p.tokens));

describe('pack', () => {
  it('keeps together what fits', () => {
    expect(sizes([50, 50, 40])).toEqual([[50, 50, 40]]);
    expect(sizes([])).toEqual([]);
  });

  it('evens out what does not', () => {
    expect(sizes([40, 40, 40, 40])).toEqual([
      [40, 40],
      [40, 40],
    ]);
    expect(sizes([100, 100, 10])).toEqual([[100], [100, 10]]);
  });

  it('never goes above the limit, separators included', () => {
    expect(sizes([75, 75, 1], 0, 150)).toEqual([[75], [75, 1]]);
    expect(sizes([5, 145, 145], 2)).toEqual([[5], [145], [145]]);
  });

  it('passes on what is too large, alone', () => {
    expect(sizes([10, 400, 10])).toEqual([[10], [400], [10]]);
  });

  it('limits the length of what counts as few tokens', () => {
    const long = piece(1, { text: 'x'.repeat(1500) });
    expect(pack([long, long, long], { target: 100, limit: 150 }, 0).map((g) => g.length)).toEqual([1, 1, 1]);
  });
});
