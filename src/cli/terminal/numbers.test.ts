import { describe, expect, it } from 'vitest';
import { bytes, counted, duration, percent, rate, timeLeft } from './numbers.ts';

describe('numbers', () => {
  it('counts', () => {
    expect([counted(1, 'note'), counted(6871, 'note'), counted(0, 'note')]).toEqual([
      '1 note',
      '6,871 notes',
      '0 notes',
    ]);
  });

  it('says 100 % only of the whole, and 0 % only of nothing', () => {
    expect([0, 0.0001, 0.432, 0.9999, 1, Number.NaN].map(percent)).toEqual([
      '0 %',
      '1 %',
      '43 %',
      '99 %',
      '100 %',
      '0 %',
    ]);
  });

  it('says durations as a person does', () => {
    expect([0.42, 12.3, 59.7, 185, 7800, -1, Number.POSITIVE_INFINITY].map(duration)).toEqual([
      '0.4 s',
      '12 s',
      '1 min 00 s',
      '3 min 05 s',
      '2 h 10 min',
      '–',
      '–',
    ]);
  });

  it('rounds time left more the further off it is', () => {
    expect([0, 4.2, 37, 125, 7300].map(timeLeft)).toEqual([
      '1 s left',
      '5 s left',
      '40 s left',
      '2 min left',
      '2 h left',
    ]);
  });

  it('says rates and sizes in few figures', () => {
    expect([0.44, 31.4, 1234].map(rate)).toEqual(['0.4/s', '31/s', '1,234/s']);
    expect([512, 1234, 999_600, 123_456_789].map(bytes)).toEqual(['512 B', '1.2 kB', '1.0 MB', '123 MB']);
  });
});
