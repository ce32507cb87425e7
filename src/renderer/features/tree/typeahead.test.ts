import { describe, expect, it } from 'vitest';
import { Typeahead } from './typeahead.ts';

const NAMES = ['Árbol', 'barco', 'Brújula', 'carta náutica', 'Carta de ruta', 'ñandú'];
const names = { length: NAMES.length, at: (i: number) => NAMES[i]! };

/** The rows that are gone to, letter by letter. */
function typed(text: string, from: number, pause = 100): string[] {
  const typeahead = new Typeahead();
  let at = from;
  return [...text].map((letter, i) => {
    const found = typeahead.find(letter, names, at, 1_000 + i * pause);
    if (found >= 0) at = found;
    return found < 0 ? '–' : NAMES[found]!;
  });
}

describe('typing in a list', () => {
  it('goes to the next row that begins so, accents and case aside', () => {
    expect(typed('a', 3)).toEqual(['Árbol']);
    expect(typed('bru', 0)).toEqual(['barco', 'Brújula', 'Brújula']);
    expect(typed('N', 0)).toEqual(['ñandú']);
  });

  it('goes on to the next with the same letter again', () => {
    expect(typed('ccc', 0)).toEqual(['carta náutica', 'Carta de ruta', 'carta náutica']);
  });

  it('takes words with spaces', () => {
    expect(typed('carta d', 0).at(-1)).toBe('Carta de ruta');
  });

  it('begins anew after a pause', () => {
    expect(typed('bc', 0, 2_000)).toEqual(['barco', 'carta náutica']);
    expect(typed('bc', 0)).toEqual(['barco', '–']);
  });
});
