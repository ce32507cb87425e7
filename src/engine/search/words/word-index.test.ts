import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WordIndex } from './word-index.ts';

type Bag = Record<string, number>;
const termsOf = (bag: Bag): Map<string, number> => new Map(Object.entries(bag));

function indexOf(notes: readonly Bag[]): WordIndex {
  const index = new WordIndex();
  for (const [slot, bag] of notes.entries()) index.set(slot, termsOf(bag));
  return index;
}

/** The definition, written out. */
function expectedCosine(notes: readonly Bag[], a: Bag, b: Bag): number {
  const live = notes.filter((bag) => Object.keys(bag).length > 0);
  const weights = (bag: Bag) =>
    new Map(
      Object.entries(bag).map(([term, count]) => {
        const df = live.filter((other) => term in other).length;
        return [term, (1 + Math.log(count)) * Math.log(live.length / Math.max(1, df))];
      }),
    );
  const [wa, wb] = [weights(a), weights(b)];
  const length = (w: Map<string, number>) => Math.hypot(...w.values());
  let dot = 0;
  for (const [term, weight] of wa) dot += weight * (wb.get(term) ?? 0);
  return dot === 0 ? 0 : dot / length(wa) / length(wb);
}

const NOTES: Bag[] = [
  { barco: 3, mar: 1, vela: 2 },
  { barco: 1, puerto: 2, mar: 4 },
  { pan: 2, harina: 1, agua: 1 },
  { pan: 1, agua: 3, mar: 1 },
  {},
];

describe('cosine', () => {
  test('is that of tf = 1 + log and idf = log N/df', () => {
    const index = indexOf(NOTES);
    for (const asked of NOTES) {
      const found = index.cosines(index.vectorOf(termsOf(asked)));
      for (const [slot, other] of NOTES.entries())
        expect(found[slot]).toBeCloseTo(expectedCosine(NOTES, asked, other), 5);
    }
  });

  test('terms that no note holds lengthen the asked text and match nothing', () => {
    const index = indexOf(NOTES);
    const plain = index.cosines(index.vectorOf(termsOf({ barco: 1 })));
    const diluted = index.cosines(index.vectorOf(termsOf({ barco: 1, xilófono: 1 })));
    expect(diluted[0]!).toBeGreaterThan(0);
    expect(diluted[0]!).toBeLessThan(plain[0]!);
    expect([...index.cosines(index.vectorOf(termsOf({ xilófono: 1 })))]).toEqual([0, 0, 0, 0, 0]);
  });

  test('the answer has the length asked for', () => {
    const index = indexOf(NOTES);
    const query = index.vectorOf(termsOf({ barco: 1 }));
    expect(index.cosines(query, 3)).toHaveLength(3);
    expect(index.cosines(query, 9)).toHaveLength(9);
  });

  test('an empty index, an empty note and a note alone are no trouble', () => {
    const empty = new WordIndex();
    expect([...empty.cosines(empty.vectorOf(termsOf({ mar: 1 })))]).toEqual([]);
    const alone = indexOf([{ mar: 1 }]);
    expect([...alone.cosines(alone.vectorOf(termsOf({ mar: 1 })))]).toEqual([0]);
    expect([...alone.cosines(alone.vectorOf(new Map()))]).toEqual([0]);
  });
});

/** Few words, so that notes share them, and enough changes that the lists are written anew in between. */
const bag = fc.dictionary(fc.constantFrom(...'abcdefghijklmno'), fc.integer({ min: 1, max: 300 }), {
  maxKeys: 6,
});
const change = fc.record({ slot: fc.nat(90), bag: fc.option(bag) });

test('an index that followed changes is the index made anew', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 200 }), bag, (changes, asked) => {
      const index = new WordIndex();
      const notes: Bag[] = [];
      for (const [i, { slot, bag }] of changes.entries()) {
        if (bag) index.set(slot, termsOf(bag));
        else index.remove(slot);
        notes[slot] = bag ?? {};
        // Asking in between makes lists that later changes must be seen past.
        if (i % 70 === 69) index.cosines(index.vectorOf(termsOf(asked)));
      }
      const rebuilt = indexOf(Array.from(notes, (bag) => bag ?? {}));
      const query = rebuilt.vectorOf(termsOf(asked));
      const [a, b] = [index.cosines(index.vectorOf(termsOf(asked)), 100), rebuilt.cosines(query, 100)];
      for (let slot = 0; slot < 100; slot++) expect(a[slot]).toBeCloseTo(b[slot]!, 4);
      expect(index.noteCount).toBe(rebuilt.noteCount);
    }),
    { numRuns: 60 },
  );
});

describe('shared terms', () => {
  test('are those that add most to the cosine, their weights its shares', () => {
    const index = indexOf(NOTES);
    const shared = index.shared(index.vectorOf(termsOf(NOTES[0]!)), 1, 10);
    expect(shared.map(({ term }) => term)).toEqual(['barco', 'mar']);
    expect(shared.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 5);
  });

  test('leave out what stands in many notes', () => {
    const many = Array.from(
      { length: 30 },
      (_, i): Bag => ({ the: 5, [`rare${i >> 1}`]: 1, common: (i % 3) + 1 }),
    );
    for (const note of many.slice(10)) delete note.common;
    const index = indexOf(many);
    const shared = index.shared(index.vectorOf(termsOf(many[0]!)), 1, 10);
    expect(shared.map(({ term }) => term)).toEqual(['rare0']);
    expect(index.isCommon('the')).toBe(true);
    expect(index.isCommon('rare0')).toBe(false);
    expect(index.isCommon('never seen')).toBe(false);
  });

  test('exist in a vault of two notes', () => {
    const index = indexOf([{ a: 1, b: 1 }, { a: 1, c: 1 }, { d: 1 }]);
    expect(index.shared(index.vectorOf(termsOf({ a: 1, b: 1 })), 1, 5).map((s) => s.term)).toEqual(['a']);
  });
});

test('a count beyond 16 bits is kept as large as it can be', () => {
  const index = indexOf([{ a: 1_000_000, b: 1 }, { b: 1 }, { c: 1 }]);
  expect(index.cosines(index.vectorOf(termsOf({ a: 1 })))[0]!).toBeGreaterThan(0.9);
});

describe('BM25', () => {
  /** The definition, written out, for words of one form each. */
  const expected = (notes: readonly Bag[], words: readonly string[], slot: number): number => {
    const live = notes.filter((bag) => Object.keys(bag).length > 0);
    const lengthOf = (bag: Bag) => Object.values(bag).reduce((sum, n) => sum + n, 0);
    const mean = live.reduce((sum, bag) => sum + lengthOf(bag), 0) / live.length;
    const idfOf = (word: string) => {
      const df = live.filter((bag) => word in bag).length;
      return Math.log(1 + (live.length - df + 0.5) / (df + 0.5));
    };
    const most = words.reduce((sum, word) => sum + idfOf(word) * 2.2, 0);
    return words.reduce((sum, word) => {
      const count = notes[slot]![word] ?? 0;
      const bulk = 1.2 * (0.25 + (0.75 * lengthOf(notes[slot]!)) / mean);
      return sum + (idfOf(word) * count * 2.2) / (count + bulk) / most;
    }, 0);
  };

  test('is that of the textbook as a share of its largest, of listed notes and of changed ones', () => {
    const many: Bag[] = [...NOTES, ...Array.from({ length: 80 }, (_, i) => ({ mar: i + 1, [`n${i}`]: 1 }))];
    const index = indexOf(many);
    const changed: Bag = { barco: 2, remo: 5 };
    index.bm25([]); // writes the lists
    index.set(7, termsOf(changed));
    const now = many.with(7, changed);
    const scores = index.bm25([['barco'], ['mar']]);
    for (const slot of [0, 1, 3, 4, 7, 60])
      expect(scores[slot]).toBeCloseTo(expected(now, ['barco', 'mar'], slot), 4);
  });

  test('terms that begin alike are one word: as often in a note, and as rare, as all of them', () => {
    const apart: Bag[] = [
      { validate: 1, validation: 2 },
      { validacion: 3 },
      { valley: 3 },
      { pan: 3 },
      { vela: 3 },
    ];
    const scores = indexOf(apart).bm25([['validating']]);
    expect(scores[0]).toBeCloseTo(scores[1]!, 5);
    expect(scores[1]).toBeGreaterThan(0);
    expect([...scores.subarray(2)]).toEqual([0, 0, 0]);
    const both = indexOf(apart).bm25([['valley'], ['validating']]);
    expect(both[2]).toBeGreaterThan(both[0]!);
  });

  test('forms of other languages are the same word', () => {
    const notes: Bag[] = [{ camp: 2 }, { campo: 2 }, { pan: 2 }, { vela: 2 }];
    const [one, other] = indexOf(notes).bm25([['camp', 'campo']]);
    expect(one).toBeCloseTo(other!, 6);
  });

  test('unknown words and an empty index are no trouble', () => {
    expect([...indexOf(NOTES).bm25([['nada'], []])]).toEqual([0, 0, 0, 0, 0]);
    expect([...new WordIndex().bm25([['nada']], 2)]).toEqual([0, 0]);
  });
});

describe('of listed notes, and by the rarest words', () => {
  const bags = fc.array(
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: 1, max: 5 })),
    { minLength: 2, maxLength: 12 },
  );

  test('a note is like the others as its words are', () => {
    fc.assert(
      fc.property(bags, (notes) => {
        const index = indexOf(notes);
        for (const [slot, bag] of notes.entries()) {
          const whole = index.cosines(index.vectorOf(termsOf(bag)), notes.length);
          const listed = [...notes.keys()].reverse();
          const some = index.cosinesAt(index.vectorAt(slot), listed);
          for (const [n, other] of listed.entries()) expect(some[n]).toBeCloseTo(whole[other]!, 5);
        }
      }),
    );
  });

  test('what the rarest say is all of it when there is room, and never more', () => {
    // So many that they are in lists; those changed afterwards are not, and are always named.
    const notes = Array.from(
      { length: 80 },
      (_, i): Bag => ({ all: 1, [`t${i % 7}`]: 2, [`u${i % 11}`]: 1 }),
    );
    const index = indexOf(notes);
    for (const _ of index.prepare());
    const query = index.vectorAt(5);
    const whole = index.cosines(query, notes.length);
    const { parts } = index.byRarest(query, 10_000);
    for (const [slot, cosine] of whole.entries()) expect(parts[slot]).toBeCloseTo(cosine, 5);
    const rarest = index.byRarest(query, 8);
    expect([...rarest.slots].sort((a, b) => a - b)).toEqual([5, 16, 27, 38, 49, 60, 71]);
    for (const slot of rarest.slots) expect(rarest.parts[slot]).toBeLessThanOrEqual(whole[slot]!);
    expect(rarest.parts[5]).toBeLessThan(whole[5]!);
    index.set(3, termsOf({ other: 1 }));
    expect(index.byRarest(index.vectorAt(5), 8).slots).toContain(3);
  });
});
