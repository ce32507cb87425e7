import { describe, expect, it } from 'vitest';
import { crowded, fitted, LEAST, RAIL } from './fit.ts';

describe('panes beside the note', () => {
  it('are as wide as wanted where there is room', () => {
    expect(fitted(1280, { left: 250, right: 340 })).toEqual({ left: 250, right: 340 });
    expect(fitted(900, { left: null, right: 340 })).toEqual({ left: RAIL, right: 340 });
  });

  it('leave the note its lines, the right one first', () => {
    expect(fitted(980, { left: 250, right: 340 })).toEqual({ left: 250, right: 312 });
    expect(fitted(900, { left: 250, right: 340 })).toEqual({ left: 202, right: 280 });
  });

  it('have no place of their own where the note would have too little, the right one first', () => {
    expect(crowded(900, true)).toEqual({ left: false, right: false });
    expect(crowded(890, true)).toEqual({ left: false, right: true });
    expect(crowded(890, false)).toEqual({ left: false, right: false });
    expect(crowded(600, true)).toEqual({ left: true, right: true });
  });

  it('never take from the note what it needs, as long as they stand beside it', () => {
    for (let width = 300; width < 1600; width += 7) {
      const narrow = crowded(width, true);
      const { left, right } = fitted(width, {
        left: narrow.left ? null : 400,
        right: narrow.right ? null : 500,
      });
      if (!narrow.left) expect(width - left - right, `${width}`).toBeGreaterThanOrEqual(LEAST.note);
    }
  });
});
