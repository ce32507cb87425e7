import { expect, test } from 'vitest';
import { figuresOf, macroAverage } from './metrics.ts';

test('everything first is 1 throughout', () => {
  expect(figuresOf(['a', 'b', 'c'], new Set(['a', 'b']))).toEqual({ recall: 1, ndcg: 1, mrr: 1, hit: 1 });
});

test('ranks are discounted by their logarithm', () => {
  const found = figuresOf(['x', 'a', 'y', 'b'], new Set(['a', 'b', 'c']));
  expect(found.recall).toBeCloseTo(2 / 3);
  expect(found.mrr).toBe(0.5);
  const ideal = 1 + 1 / Math.log2(3) + 1 / 2;
  expect(found.ndcg).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / ideal);
});

test('of more than ten relevant ones, ten are all', () => {
  const many = Array.from({ length: 30 }, (_, i) => i);
  expect(figuresOf(many.slice(0, 10), new Set(many))).toMatchObject({ recall: 1, ndcg: 1 });
});

test('beyond the tenth place only the reciprocal rank counts', () => {
  const ranked = [...Array(11).keys()];
  expect(figuresOf(ranked, new Set([10]))).toEqual({ recall: 0, ndcg: 0, mrr: 1 / 11, hit: 0 });
});

test('nothing found is 0, not NaN', () => {
  expect(figuresOf([], new Set(['a']))).toEqual({ recall: 0, ndcg: 0, mrr: 0, hit: 0 });
  expect(macroAverage([])).toEqual({ recall: 0, ndcg: 0, mrr: 0, hit: 0 });
});

test('an average counts every note the same', () => {
  const [one, none] = [figuresOf(['a'], new Set(['a'])), figuresOf(['x'], new Set(['a', 'b', 'c']))];
  expect(macroAverage([one, none])).toEqual({ recall: 0.5, ndcg: 0.5, mrr: 0.5, hit: 0.5 });
});
