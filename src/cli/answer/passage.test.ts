import { describe, expect, it } from 'vitest';
import { createStyle } from '../terminal/style.ts';
import { passage } from '../testing/contract-data.ts';
import { inOneLine, passageLines } from './passage.ts';

const layout = { style: createStyle(false), columns: 60, indent: 10, lines: 2 };

describe('passageLines', () => {
  it('does not say the note’s title again', () => {
    const shown = passageLines(passage('Text.', ['Tides', 'Spring']), 'Tides', [], 'here', layout);
    expect(shown).toEqual(['    here  Spring', '          “Text.”']);
    expect(passageLines(passage('Text.', ['Tides']), 'Tides', [], '', layout)).toEqual(['          “Text.”']);
    expect(passageLines(passage('Text.', ['Kinds']), 'Tides', [], '', layout)[0]).toBe('          Kinds');
  });

  it('keeps a long passage within its lines', () => {
    expect(passageLines(passage('word '.repeat(500)), 'T', [], '', layout).length).toBeLessThanOrEqual(3);
  });
});

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
