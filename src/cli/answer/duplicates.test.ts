import { describe, expect, it } from 'vitest';
import { createStyle } from '../terminal/style.ts';
import { width } from '../terminal/width.ts';
import { duplicatePair, duplicatesResult } from '../testing/algebra-data.ts';
import { duplicatesLines, duplicatesSummary } from './duplicates.ts';

const layout = { style: createStyle(false), columns: 80 };
const piece = (text: string) => ({ start: 0, end: text.length, text });

describe('duplicatesLines', () => {
  it('says what two notes are to each other, and what differs', () => {
    const differences = [
      { a: piece('old words'), b: piece('new\nwords') },
      { a: null, b: piece('added') },
    ];
    const pairs = [
      duplicatePair('A', 'B', { similarity: 0.876, group: 4, differences }),
      duplicatePair('C', 'D', { kind: 'contained', ofA: 0.2, ofB: 1, differences: null }),
      duplicatePair('E', 'F', { kind: 'translation', differences: null }),
      duplicatePair('G', 'H', { similarity: 1 }),
    ];
    expect(duplicatesLines(duplicatesResult(pairs), 0, layout)).toEqual([
      ' 1  A ~ B  87 % the same, one of 4',
      '    A.md',
      '    B.md',
      '    − old words',
      '    + new · words',
      '    + added',
      '',
      ' 2  C ~ D  100 % of the second in the first',
      '    C.md',
      '    D.md',
      '',
      ' 3  E ~ F  translation',
      '    E.md',
      '    F.md',
      '',
      ' 4  G ~ H  100 % the same',
      '    G.md',
      '    H.md',
      '    nothing differs',
    ]);
  });

  it('fits the screen and tells of what it leaves out', () => {
    const long = 'a long name '.repeat(20);
    const differences = Array.from({ length: 7 }, () => ({ a: piece(long), b: null }));
    const result = duplicatesResult([duplicatePair(long, long, { differences })], {
      total: { duplicate: 30, contained: 1, translation: 0 },
    });
    const lines = duplicatesLines(result, 0, layout);
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(80);
    expect(lines.at(-1)).toBe('    and 4 more');
    expect(duplicatesSummary(result, 0)).toEqual([
      '30 pairs of near-duplicates, 1 note within another. --offset 1 shows the next ones.',
    ]);
    expect(duplicatesSummary(duplicatesResult([]), 0)).toEqual([]);
    expect(duplicatesLines(duplicatesResult([]), 0, layout)).toEqual(['Nothing found.']);
  });
});
