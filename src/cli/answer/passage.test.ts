import { describe, expect, it } from 'vitest';
import { createStyle } from '../terminal/style.ts';
import { passage } from '../testing/contract-data.ts';
import { passageLines } from './passage.ts';

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
