import { describe, expect, it } from 'vitest';
import { matches, type Pressed } from './keys.ts';

const pressed = (key: string, held = '', code = ''): Pressed => ({
  key,
  code: code || `Key${key.toUpperCase()}`,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
});

describe('keys', () => {
  it('Mod is Ctrl, on a Mac Cmd', () => {
    expect(matches('Mod+K', pressed('k', 'c'), false)).toBe(true);
    expect(matches('Mod+K', pressed('k', 'm'), false)).toBe(false);
    expect(matches('Mod+K', pressed('k', 'm'), true)).toBe(true);
    expect(matches('Mod+K', pressed('k', 'c'), true)).toBe(false);
  });

  it('are all of them and no others', () => {
    expect(matches('Mod+Shift+F', pressed('F', 'cs'), false)).toBe(true);
    expect(matches('Mod+Shift+F', pressed('f', 'c'), false)).toBe(false);
    expect(matches('Mod+F', pressed('F', 'cs'), false)).toBe(false);
    expect(matches('Mod+F', pressed('f', 'ca'), false)).toBe(false);
    expect(matches('Mod+F', pressed('f'), false)).toBe(false);
  });

  it('stand where they stand on layouts of other scripts', () => {
    expect(matches('Mod+K', pressed('л', 'c', 'KeyK'), false)).toBe(true);
    // A Latin layout that has another letter there means that letter.
    expect(matches('Mod+Q', pressed('a', 'c', 'KeyQ'), false)).toBe(false);
  });

  it('signs are where the layout has them', () => {
    expect(matches('Mod+Plus', pressed('+', 'cs', 'Equal'), false)).toBe(true);
    expect(matches('Mod+Plus', pressed('=', 'c', 'Equal'), false)).toBe(true);
    expect(matches('Mod+,', pressed(',', 'c', 'Comma'), false)).toBe(true);
    expect(matches('Mod+-', pressed('-', 'c', 'Minus'), false)).toBe(true);
    expect(matches('Mod+0', pressed('0', 'c', 'Digit0'), false)).toBe(true);
  });

  it('may be named', () => {
    expect(matches('Alt+ArrowLeft', pressed('ArrowLeft', 'a'), false)).toBe(true);
    expect(matches('Alt+ArrowLeft', pressed('ArrowRight', 'a'), false)).toBe(false);
    expect(matches('Shift+F6', pressed('F6', 's'), false)).toBe(true);
    expect(matches('F6', pressed('F6', 's'), false)).toBe(false);
    expect(matches('Ctrl+Tab', pressed('Tab', 'c'), true)).toBe(true);
  });
});
