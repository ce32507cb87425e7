import { expect, it } from 'vitest';
import { WordCache } from './word-cache.ts';

it('gives back what was put in', () => {
  const cache = new WordCache(10_000);
  cache.set('mar', [1, 2]);
  expect(cache.get('mar')).toEqual([1, 2]);
  expect(cache.get('tierra')).toBeUndefined();
});

it('keeps what is asked for again and forgets the rest, within its bytes', () => {
  const cache = new WordCache(20_000);
  cache.set('the', [7]);
  for (let i = 0; i < 10_000; i++) {
    cache.set(`word ${i}`, [i]);
    expect(cache.get('the')).toEqual([7]);
    expect(cache.bytes).toBeLessThanOrEqual(20_000);
  }
  expect(cache.get('word 3')).toBeUndefined();
  expect(cache.get('word 9999')).toEqual([9999]);
});

it('does not take an entry larger than itself', () => {
  const cache = new WordCache(1000);
  cache.set('x'.repeat(5000), [1]);
  expect(cache.bytes).toBe(0);
});
