import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Breath, sortedInSlices } from './breathe.ts';

describe('sorting in slices', () => {
  it('is sorting, and stable', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat()), { maxLength: 3_000 }),
        async (all) => {
          const compare = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0];
          expect(await sortedInSlices(all, compare, new Breath())).toEqual(all.toSorted(compare));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('lets others have their turn', async () => {
    const slow = Array.from({ length: 2_000 }, (_, i) => (i * 7919) % 2_000);
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    await sortedInSlices(slow, (a, b) => Math.tan(Math.atan(a)) - b + burn(), new Breath());
    clearInterval(others);
    expect(turns).toBeGreaterThan(0);
  });

  it('stops when nobody wants it any more', async () => {
    const ended = new AbortController();
    ended.abort(new Error('enough'));
    const all = Array.from({ length: 5_000 }, (_, i) => -i);
    await expect(sortedInSlices(all, (a, b) => a - b + burn(), new Breath(ended.signal))).rejects.toThrow(
      'enough',
    );
  });
});

/** Costs a little. */
function burn(): 0 {
  let x = 0;
  for (let i = 0; i < 300; i++) x += i % 7;
  return x < 0 ? (1 as never) : 0;
}
