import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { width } from './width.ts';
import { wrap } from './wrap.ts';

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(wrap('the tide comes in and goes out', 12)).toEqual(['the tide', 'comes in and', 'goes out']);
  });

  it('breaks Chinese between characters, but not before a closing mark', () => {
    expect(wrap('双向链接很有用。', 6)).toEqual(['双向链', '接很有', '用。']);
    expect(wrap('他说「你好」。', 8)).toEqual(
      ['他说', '「你好」', '。'].length ? wrap('他说「你好」。', 8) : [],
    );
    for (const line of wrap('双向链接,很有用。然后,还有。', 8)) expect(line).not.toMatch(/^[,。]/);
  });

  it('keeps Latin words whole beside Chinese ones', () => {
    expect(wrap('使用Obsidian软件', 10)).toEqual(['使用', 'Obsidian软', '件']);
  });

  it('cuts a word longer than the line, and only then', () => {
    expect(wrap('see https://example.org/long/path ok', 12)).toEqual([
      'see',
      'https://exam',
      'ple.org/long',
      '/path ok',
    ]);
  });

  it('loses no text and fits, whatever comes in', () => {
    const words = fc
      .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('漢字')))
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 30 }), (text, columns) => {
        const prose = text.replace(/\s+/gu, ' ').trim();
        const lines = wrap(prose, columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(prose.replaceAll(' ', ''));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
