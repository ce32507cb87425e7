import { describe, expect, it } from 'vitest';
import type { AlgebraHit } from '../../contract/algebra.ts';
import { createStyle } from '../terminal/style.ts';
import { width } from '../terminal/width.ts';
import { term } from '../testing/algebra-data.ts';
import { note, passage } from '../testing/contract-data.ts';
import { algebraCaveats, algebraLines } from './algebra.ts';

const layout = { style: createStyle(false), columns: 80 };
const hit = (title: string, shares: number[]): AlgebraHit => ({
  note: note(title),
  score: shares.reduce((a, b) => a + b, 0),
  shares,
  passages: [{ ...passage(`About ${title}.`), score: 0.5 }],
});
const terms = [term('king'), term('man', -1), term('woman')];

describe('algebraLines', () => {
  it('shows the score and what each term adds to it, the weightiest first', () => {
    const lines = algebraLines(
      {
        terms,
        hits: [hit('Queen', [0.3, 0.03, 0.25]), hit('Nun', [0.1, -0.05, 0.2])],
        leftOut: [],
        coverage: 1,
      },
      layout,
    );
    expect(lines).toEqual([
      ' 1  Queen                                                         ━━━━━━────  58',
      '    Queen.md · king +30 woman +25 man +3',
      '    “About Queen.”',
      '',
      expect.stringMatching(/^ 2 {2}Nun .* 25$/),
      '    Nun.md · woman +20 king +10 man −5',
      '    “About Nun.”',
    ]);
  });

  it('fits the screen, whatever the terms are', () => {
    const long = Array.from({ length: 12 }, (_, i) => term(`a rather long phrase ${i}`));
    const hits = [
      hit(
        'A note',
        long.map((_, i) => i / 100),
      ),
    ];
    for (const line of algebraLines({ terms: long, hits, leftOut: [], coverage: 1 }, layout))
      expect(width(line)).toBeLessThanOrEqual(80);
    expect(algebraLines({ terms, hits: [], leftOut: [], coverage: 1 }, layout)).toEqual(['Nothing found.']);
  });

  it('says what was left out, and what was too long', () => {
    const said = algebraCaveats({
      terms: [term('word '.repeat(900), 1, { cut: true })],
      hits: [],
      leftOut: [note('King')],
      coverage: 1,
    });
    expect(said).toEqual([expect.stringContaining('left out: King.'), expect.stringContaining('word word')]);
  });
});
