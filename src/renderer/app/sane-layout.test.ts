import { describe, expect, it } from 'vitest';
import { sane } from './sane-layout.ts';

describe('a layout of last time', () => {
  it('is taken where it makes sense', () => {
    const kept = {
      left: false,
      right: true,
      leftView: 'search',
      rightView: 'outline',
      leftSize: 300,
      rightSize: 420,
    };
    expect(sane(kept)).toEqual(kept);
  });

  it('is left where it does not', () => {
    expect(
      sane({
        left: 'no',
        rightView: 'graph',
        leftView: 3,
        leftSize: -4,
        rightSize: Number.NaN,
        sheet: 'settings',
      }),
    ).toEqual({});
    expect(sane(null)).toEqual({});
    expect(sane('left')).toEqual({});
  });
});
