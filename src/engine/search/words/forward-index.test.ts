import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ForwardIndex } from './forward-index.ts';

const filled = (length: number, from: number): number[] => Array.from({ length }, (_, i) => from + i);

test('any writing and clearing leaves what was written last', () => {
  const change = fc.record({ slot: fc.nat(20), length: fc.constantFrom(0, 1, 7, 900), from: fc.nat(1000) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const index = new ForwardIndex();
      const expected = new Map<number, number[]>();
      for (const { slot, length, from } of changes) {
        const terms = filled(length, from);
        index.set(slot, terms, terms);
        expected.set(slot, terms);
      }
      for (const [slot, terms] of expected) {
        expect([...index.terms(slot)]).toEqual(terms);
        expect([...index.counts(slot)]).toEqual(terms);
      }
      expect(index.size).toBe([...expected.values()].reduce((sum, { length }) => sum + length, 0));
    }),
  );
});

test('what changed notes leave behind is cleared away, and a note of any length fits', () => {
  const index = new ForwardIndex();
  const huge = filled(300_000, 5);
  index.set(0, huge, huge);
  for (let round = 0; round < 400; round++)
    for (let slot = 1; slot < 40; slot++) index.set(slot, filled(100, round), filled(100, slot));
  expect(index.bytes).toBeLessThan(6 * 1_700_000);
  expect(index.terms(0)).toHaveLength(300_000);
  expect(index.counts(0)[299_999]).toBe(0xffff);
  expect([...index.terms(39)]).toEqual(filled(100, 399));
});
