import { describe, expect, it } from 'vitest';
import { inOneLine } from './one-line.ts';

describe('inOneLine', () => {
  it('sets items apart and lets wrapped prose go on', () => {
    expect(inOneLine('Tides\nTrade winds\nFog')).toBe('Tides · Trade winds · Fog');
    expect(inOneLine('A sentence.\n\nAnother one,\nwith a break.\n')).toBe(
      'A sentence. Another one, with a break.',
    );
    const wrapped = `${'long line of prose that was wrapped by its editor at a'} column\nand goes on here`;
    expect(inOneLine(wrapped)).toBe(wrapped.replace('\n', ' '));
  });
});
