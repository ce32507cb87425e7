import { expect, it } from 'vitest';
import { historyFrom, remembered } from './history.ts';

it('has every question once, the last first, and not all of them', () => {
  const history = ['mar', 'faro'];
  expect(remembered(history, '  faro ')).toEqual(['faro', 'mar']);
  expect(remembered(history, 'luz  del mar')).toEqual(['luz del mar', 'mar', 'faro']);
  expect(remembered(history, ' ')).toEqual(history);
  const many = Array.from({ length: 100 }, (_, i) => `q${i}`).reduce<string[]>(remembered, []);
  expect(many).toHaveLength(40);
  expect(many[0]).toBe('q99');
});

it('believes nothing that was kept', () => {
  expect(historyFrom(null)).toEqual([]);
  expect(historyFrom({ a: 1 })).toEqual([]);
  expect(historyFrom(['a', 1, 'b'])).toEqual(['a', 'b']);
});
