import { describe, expect, it } from 'vitest';
import { placeWindow, SMALLEST } from './window-state.ts';

const main = { x: 0, y: 25, width: 1920, height: 1055 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const bounds = { x: 2000, y: 100, width: 900, height: 700 };

describe('placeWindow', () => {
  it('opens in the middle of the main screen the first time', () => {
    expect(placeWindow(undefined, [main, second])).toEqual({
      bounds: { x: 320, y: 152, width: 1280, height: 800 },
      maximised: false,
    });
  });

  it('opens where it was, maximised or not, while that screen is there', () => {
    expect(placeWindow({ bounds, maximised: true }, [main, second])).toEqual({ bounds, maximised: true });
  });

  it('comes to the main screen, in its size, when the other is gone', () => {
    const placed = placeWindow({ bounds, maximised: false }, [main]).bounds;
    expect(placed).toEqual({ x: 510, y: 202, width: 900, height: 700 });
  });

  it('does not leave its title bar above or below a screen', () => {
    for (const y of [-20, 1070]) {
      const placed = placeWindow({ bounds: { ...bounds, x: 10, y }, maximised: false }, [main]).bounds;
      expect(placed.y).toBeGreaterThanOrEqual(main.y);
      expect(placed.y + placed.height).toBeLessThanOrEqual(main.y + main.height);
    }
  });

  it('is neither larger than its screen nor too small to use', () => {
    const small = { x: 0, y: 0, width: 800, height: 600 };
    expect(placeWindow({ bounds: { ...bounds, x: 0, y: 0 }, maximised: false }, [small]).bounds).toEqual(
      small,
    );
    const tiny = { bounds: { ...bounds, width: 1, height: 1 }, maximised: false };
    expect(placeWindow(tiny, [main, second]).bounds).toMatchObject(SMALLEST);
  });

  it('does not trust what was kept', () => {
    const usual = placeWindow(undefined, [main]);
    for (const kept of [null, 'x', {}, { bounds: { x: 'a' }, maximised: true }, { bounds, maximised: 1 }])
      expect(placeWindow(kept, [main])).toEqual(usual);
  });
});
