import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStyle } from '../terminal/style.ts';
import { width } from '../terminal/width.ts';
import { progress } from '../testing/contract-data.ts';
import { meter, progressLine, progressSentence } from './bar.ts';

const plain = createStyle(false);

describe('progressLine', () => {
  it('says what is done, how far, how long still, how fast and which file', () => {
    expect(progressLine(progress(), 110, plain)).toBe(
      'Reading ━━━━━━━━──────────  43 %  2 min left  2,950/6,871  31/s  folder/A note.md',
    );
  });

  it('drops what does not fit, the least needed first', () => {
    expect(progressLine(progress(), 79, plain)).toBe(
      'Reading ━━━━━━───────  43 %  2 min left  2,950/6,871  31/s  folder/A note.md',
    );
    expect(progressLine(progress(), 30, plain)).toBe('Reading ━━━───  43 %  31/s');
    expect(progressLine(progress(), 12, plain)).toBe('Reading 43 %');
  });

  it('keeps the end of a long path', () => {
    const line = progressLine(
      progress({ current: `${'folder/'.repeat(30)}Note.md`, rate: null }),
      110,
      plain,
    );
    expect(line).toMatch(/ ….*\/Note\.md$/);
  });

  it('counts passages while embedding, and says how many notes failed', () => {
    const embedding = progress({
      phase: 'embedding',
      notes: { total: 10, done: 10, failed: 2 },
      passages: { total: 100, embedded: 5, reused: 0 },
      secondsLeft: null,
      current: null,
    });
    expect(progressLine(embedding, 100, plain)).toBe(
      'Embedding ━───────────────   5 %  5/100  31/s  2 failed',
    );
  });

  it('makes a name harmless', () => {
    expect(progressLine(progress({ current: '\u001b[2J.md' }), 110, plain)).toContain('␛[2J.md');
  });

  it('fits into any width, with wide characters in the path', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.string({ unit: 'grapheme' }), (columns, current) => {
        expect(
          width(progressLine(progress({ current: `笔记${current}` }), columns, plain)),
        ).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('meter', () => {
  it('shows its share without colour, and bears nonsense', () => {
    expect(meter(0.5, 4, plain)).toBe('━━──');
    expect(meter(7, 4, plain)).toBe('━━━━');
    expect(meter(-1, 4, plain)).toBe('────');
  });
});

describe('progressSentence', () => {
  it('is one line for a log', () => {
    expect(progressSentence(progress())).toBe('Reading: 2,950 of 6,871 notes (43 %), 31/s, 2 min left');
    expect(progressSentence(progress({ phase: 'scanning', notes: { total: 0, done: 0, failed: 0 } }))).toBe(
      'Looking through the vault…',
    );
  });
});
