import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless, harmlessJson, harmlessProse } from './harmless.ts';

const ACTED_ON = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Text dense in what matters here: every kind of control, and plain letters between. */
const anything = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0x10000, max: 0x1ffff })))
  .map((codes) => String.fromCodePoint(...codes));

describe('harmless', () => {
  it('shows an escape sequence in a name instead of sending it', () => {
    expect(harmless('\u001b[2Jgone\u0007.md')).toBe('␛[2Jgone␇.md');
  });

  it('shows DEL, C1 controls and reordering characters, and keeps accents, emoji and right-to-left text', () => {
    expect(harmless('a\u007fb\u009b31mc\u202egpj.exe')).toBe('a␡b\ufffd31mc\ufffdgpj.exe');
    expect(harmless('Tokenización 👩‍👩‍👧 שלום')).toBe('Tokenización 👩‍👩‍👧 שלום');
  });

  it('leaves nothing that a terminal acts on, whatever comes in', () => {
    fc.assert(fc.property(anything, (s) => !ACTED_ON.test(harmless(s))));
  });

  it('makes one line of prose', () => {
    expect(harmlessProse(' one\n\n  two\tthree\u2028four ')).toBe('one two three four');
  });
});

describe('harmlessJson', () => {
  it('means the same and holds no control characters', () => {
    fc.assert(
      fc.property(anything, (s) => {
        const json = harmlessJson({ s });
        expect(JSON.parse(json)).toEqual({ s });
        expect(json.replaceAll('\n', '')).not.toMatch(ACTED_ON);
      }),
    );
  });
});
