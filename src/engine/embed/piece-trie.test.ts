import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PieceTrie } from './piece-trie.ts';

/** The value at the end of a piece, -1 where the trie has no such path or no value there. */
function find(trie: PieceTrie, piece: string): number {
  let node = 0;
  for (let i = 0; i < piece.length && node >= 0; i++) node = trie.step(node, piece.charCodeAt(i));
  return node < 0 ? -1 : trie.value(node);
}

describe('PieceTrie', () => {
  it('finds what was set, and only that', () => {
    const trie = new PieceTrie();
    trie.set('mar', 1);
    trie.set('marea', 2);
    trie.set('▁el', 3);
    expect(['mar', 'marea', '▁el'].map((p) => find(trie, p))).toEqual([1, 2, 3]);
    expect(['', 'm', 'mare', 'mareas', 'el'].map((p) => find(trie, p))).toEqual([-1, -1, -1, -1, -1]);
    trie.set('mar', 9);
    expect(find(trie, 'mar')).toBe(9);
  });

  it('agrees with a Map for any pieces, however often it grows', () => {
    const piece = fc.string({
      unit: fc.constantFrom('a', 'b', '中', '\ud83d', '\0', '\uffff'),
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const trie = new PieceTrie();
        const map = new Map<string, number>();
        pieces.forEach((p, i) => {
          trie.set(p, i);
          map.set(p, i);
        });
        for (const p of pieces)
          for (let end = 1; end <= p.length; end++)
            expect(find(trie, p.slice(0, end))).toBe(map.get(p.slice(0, end)) ?? -1);
      }),
    );
  });
});
