import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanning } from './groups.ts';
import { fingerprint, sharedCount, shingles } from './shingles.ts';
import { Sketches } from './sketches.ts';

const words = (topic: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${topic}${i}`).join(' ');

describe('shingles', () => {
  it('are runs of three words, or of six characters where there are no blanks', () => {
    expect(shingles(['one two three four'])).toMatchObject({ words: 4, hashes: { length: 2 } });
    expect(shingles(['one two'])).toMatchObject({ words: 2, hashes: { length: 0 } });
    expect(shingles(['注意力机制是一'])).toMatchObject({ words: 3.5, hashes: { length: 2 } });
  });

  it('mind neither case nor punctuation nor where a passage ends', () => {
    const plain = shingles(['one two three four five']);
    expect(shingles(['One, two — THREE', '(four) five!'])).toEqual(plain);
    expect(fingerprint(shingles(['one two three four']).hashes)).not.toBe(fingerprint(plain.hashes));
  });

  it('count what two lists share', () => {
    const list = fc.uniqueArray(fc.nat(40)).map((items) => Uint32Array.from(items).sort());
    fc.assert(
      fc.property(list, list, (a, b) => {
        expect(sharedCount(a, b)).toBe(new Set(a).intersection(new Set(b)).size);
      }),
    );
  });
});

describe('Sketches', () => {
  it('finds the pairs of one note as it finds all, long or short', async () => {
    const texts = [
      words('sea', 90),
      `${words('sea', 60)} ${words('bread', 50)}`,
      words('bread', 400),
      `${words('bread', 380)} ${words('moon', 30)}`,
      words('none', 300),
    ];
    const sketches = new Sketches();
    for (const [id, text] of texts.entries()) sketches.put(id, shingles([text]).hashes);
    const all = await sketches.pairs();
    const key = (x: number, y: number) => [x, y].sort().join('-');
    expect(all.map(({ a, b }) => key(a, b)).sort()).toEqual(['0-1', '1-2', '1-3', '2-3']);
    for (const id of texts.keys()) {
      const own = await sketches.pairsOf(id);
      const same = all.filter(({ a, b }) => a === id || b === id);
      expect(own.map(({ a, b }) => key(a, b)).sort()).toEqual(same.map(({ a, b }) => key(a, b)).sort());
      for (const { a, b, shared } of own)
        expect(shared).toBeCloseTo(same.find((pair) => key(pair.a, pair.b) === key(a, b))!.shared, 6);
    }
  });

  it('estimates what long notes share from a sample', async () => {
    const sketches = new Sketches();
    sketches.put(1, shingles([words('a', 2000)]).hashes);
    sketches.put(2, shingles([`${words('a', 1000)} ${words('b', 1000)}`]).hashes);
    const [pair] = await sketches.pairs();
    expect(pair!.shared).toBeGreaterThan(800);
    expect(pair!.shared).toBeLessThan(1200);
    expect(pair!.ofA).toBeGreaterThan(1600);
    expect(pair!.ofA).toBeLessThan(2400);
  });

  it('gives little weight to what many have', async () => {
    const sketches = new Sketches();
    for (let id = 0; id < 20; id++)
      sketches.put(id, shingles([`${words('all', 50)} ${words(`own${id}x`, 20)}`]).hashes);
    for (const { shared, ofA } of await sketches.pairs()) expect(shared / ofA).toBeLessThan(0.4);
    sketches.remove(3);
    expect((await sketches.pairs()).some(({ a, b }) => a === 3 || b === 3)).toBe(false);
  });
});

describe('spanning', () => {
  it('keeps as many pairs as hold every group together, the most similar', () => {
    const pair = fc.record({ a: fc.nat(8), b: fc.integer({ min: 9, max: 16 }), similarity: fc.nat(9) });
    fc.assert(
      fc.property(fc.uniqueArray(pair, { selector: ({ a, b }) => a * 20 + b }), (pairs) => {
        const kept = spanning(pairs);
        const groupsOf = (list: readonly { a: number; b: number }[]) => {
          const group = new Map<number, number>();
          const of = (n: number): number => (group.has(n) && group.get(n) !== n ? of(group.get(n)!) : n);
          for (const { a, b } of list) group.set(of(b), of(a));
          return [...new Set(list.flatMap(({ a, b }) => [a, b]))].map(of);
        };
        const notes = new Set(pairs.flatMap(({ a, b }) => [a, b])).size;
        const groups = new Set(groupsOf(pairs)).size;
        expect(kept).toHaveLength(notes - groups);
        expect(new Set(groupsOf(kept)).size).toBe(groups);
        for (const { group } of kept) expect(group).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
