import { describe, expect, it } from 'vitest';
import { firstAfter, MarkupBuilder } from './markup.ts';
import { plainText, render } from './plain-text.ts';

const build = (...ranges: [number, number, string?][]) => {
  const builder = new MarkupBuilder();
  for (const [start, end, text] of ranges) builder.show(start, end, text ?? '');
  return builder.build();
};
const flat = ({ starts, ends }: ReturnType<typeof build>) => [...starts].map((s, i) => [s, ends[i]]);

describe('MarkupBuilder', () => {
  it('sorts, and drops what is empty', () => {
    expect(flat(build([5, 7], [1, 2], [3, 3], [9, 8]))).toEqual([
      [1, 2],
      [5, 7],
    ]);
  });

  it('lets the first and longer range win where two overlap', () => {
    const markup = build([4, 8], [1, 6, 'x'], [1, 3, 'y'], [2, 4, 'z']);
    expect(flat(markup)).toEqual([
      [1, 6],
      [6, 8],
    ]);
    expect([...markup.shown]).toEqual([[0, 'x']]);
  });

  it('holds ranges of any length', () => {
    const markup = build([10, 9_000_000], [9_000_001, 9_000_002]);
    expect(render({ text: 'x'.repeat(9_000_003), markup }, { start: 0, end: 9_000_003 }).text).toHaveLength(
      12,
    );
  });

  it('finds the first range that ends after an offset', () => {
    const markup = build([1, 2], [4, 6]);
    expect([0, 1, 2, 5, 6].map((at) => firstAfter(markup, at))).toEqual([0, 0, 1, 1, 2]);
  });
});

describe('render', () => {
  //            0123456789
  const text = 'ab**cd&lt;ef';
  const note = { text, markup: build([2, 4], [6, 10, '<']) };

  it('knows where everything came from', () => {
    const { text: out, sourceAt } = render(note, { start: 0, end: text.length });
    expect(out).toBe('abcd<ef');
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(sourceAt)).toEqual([0, 1, 4, 5, 6, 10, 11, 12]);
  });

  it('renders any part', () => {
    expect(render(note, { start: 3, end: 8 }).text).toBe('cd<');
    expect(render(note, { start: 7, end: 12 }).text).toBe('ef');
    expect(render(note, { start: 2, end: 4 }).text).toBe('');
    expect(render(note, { start: -5, end: 99 }).text).toBe('abcd<ef');
  });

  it('shows the source of a note without markup', () => {
    expect(plainText({ text: 'a **b**' }, { start: 0, end: 7 })).toBe('a **b**');
  });
});
