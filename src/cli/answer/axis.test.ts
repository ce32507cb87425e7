import { describe, expect, it } from 'vitest';
import { createStyle } from '../terminal/style.ts';
import { width } from '../terminal/width.ts';
import { axisNote, axisResult, term } from '../testing/algebra-data.ts';
import { axisCaveats, axisLines } from './axis.ts';

const layout = { style: createStyle(false), columns: 80 };

describe('axisLines', () => {
  it('marks every note on a ruler between the poles', () => {
    const lines = axisLines(
      axisResult([
        axisNote('Snow', -1),
        axisNote('Algebra', 0.04, { related: false, passage: null }),
        axisNote('Summer', 0.7),
      ]),
      layout,
    );
    expect(lines).toEqual([
      'cold  ⟷  hot',
      '',
      '●─────────┼──────────  Snow  Snow.md',
      '                       “About Snow.”',
      '──────────○──────────  Algebra  (nothing to do with it)',
      '──────────┼──────●───  Summer  Summer.md',
      '                       “About Summer.”',
    ]);
  });

  it('fits the screen', () => {
    const long = 'a long name '.repeat(20);
    const from = { terms: [term(long)], strongest: 1, spokenOf: false };
    for (const note of [axisNote(long, 0), axisNote(long, 0, { related: false, passage: null })])
      for (const line of axisLines(axisResult([note], { from }), layout))
        expect(width(line)).toBeLessThanOrEqual(80);
    expect(axisLines(axisResult([]), layout)).toEqual(['Nothing found.']);
  });
});

describe('axisCaveats', () => {
  it('says when an axis tells little', () => {
    expect(axisCaveats(axisResult([axisNote('Snow', 1)]))).toEqual([]);
    const said = axisCaveats(
      axisResult([], {
        apart: 0.1,
        considered: 9,
        related: 2,
        to: { terms: [term('chess')], strongest: 2, spokenOf: false },
      }),
    );
    expect(said).toEqual([
      expect.stringContaining('nearly the same'),
      expect.stringContaining('“chess”'),
      '7 of 9 notes have nothing to do with either pole.',
    ]);
  });
});
