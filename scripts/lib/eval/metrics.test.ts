import { expect, test } from 'vitest';
import { FIGURES, figuresOf, macroAverage } from './metrics.ts';

const every = (value: number) => Object.fromEntries(FIGURES.map((key) => [key, value]));

test('everything first is 1 throughout', () => {
  expect(figuresOf(['a', 'b', 'c'], new Set(['a', 'b']))).toEqual(every(1));
});

test('ranks are discounted by their logarithm', () => {
  const found = figuresOf(['x', 'a', 'y', 'b'], new Set(['a', 'b', 'c']));
  expect(found.recall10).toBeCloseTo(2 / 3);
  expect(found).toMatchObject({ mrr: 0.5, recall1: 0, hit5: 1, hit10: 1 });
  const ideal = 1 + 1 / Math.log2(3) + 1 / 2;
  expect(found.ndcg10).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / ideal);
});

test('of more than ten relevant ones, ten are all', () => {
  const many = Array.from({ length: 30 }, (_, i) => i);
  expect(figuresOf(many.slice(0, 10), new Set(many))).toMatchObject({ recall10: 1, ndcg10: 1 });
});

test('places end where they say', () => {
  const ranked = [...Array(11).keys()];
  expect(figuresOf(ranked, new Set([5]))).toMatchObject({ hit5: 0, hit10: 1, mrr: 1 / 6 });
  expect(figuresOf(ranked, new Set([10]))).toEqual({ ...every(0), mrr: 1 / 11 });
});

test('nothing found is 0, not NaN', () => {
  expect(figuresOf([], new Set(['a']))).toEqual(every(0));
  expect(macroAverage([])).toEqual(every(0));
});

test('an average counts every case the same', () => {
  const [one, none] = [figuresOf(['a'], new Set(['a'])), figuresOf(['x'], new Set(['a', 'b', 'c']))];
  expect(macroAverage([one, none])).toEqual(every(0.5));
});
