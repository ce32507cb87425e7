import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences.ts';

const shown = (a: string, b: string) =>
  differencesOf(a, b).differences.map((d) => [d.a?.text ?? null, d.b?.text ?? null]);

describe('differencesOf', () => {
  it('gives what stands only here and only there, and nothing for the same', () => {
    expect(shown('one two three four', 'one two  three\nfour')).toEqual([]);
    expect(
      shown(
        'The tide rises at noon of every single day today.',
        'The tide falls at noon of every single day.',
      ),
    ).toEqual([
      ['rises', 'falls'],
      ['today', null],
    ]);
    expect(shown('', 'new words')).toEqual([[null, 'new words']]);
  });

  it('takes changes that lie close together for one', () => {
    expect(shown('a b c d e f g h', 'a x c y e f g z')).toEqual([
      ['b c d', 'x c y'],
      ['h', 'z'],
    ]);
  });

  it('compares scripts without blanks by character', () => {
    expect(shown('我喜欢深度学习', '我喜欢机器学习')).toEqual([['深度', '机器']]);
  });

  it('says when there are more than it lists, and cuts long pieces', () => {
    const words = (from: number) =>
      Array.from({ length: 300 }, (_, i) => (i % 6 === 0 ? `w${from + i}` : `same${i}`)).join(' ');
    const many = differencesOf(words(0), words(1000));
    expect(many.differences).toHaveLength(40);
    expect(many.more).toBe(true);
    const [long] = differencesOf('a', `a ${'new '.repeat(500)}`).differences;
    expect(long!.b!.text.length).toBeLessThanOrEqual(400);
    expect(long!.b!.end - long!.b!.start).toBeGreaterThan(1900);
  });

  it('compares texts that have little in common by lines, in bounded time', () => {
    const text = (seed: string) =>
      Array.from({ length: 400 }, (_, i) => (i % 100 === 0 ? `Line ${i}` : `${seed}${i} `.repeat(8))).join(
        '\n',
      );
    const start = performance.now();
    const { differences } = differencesOf(text('a'), text('b'));
    expect(performance.now() - start).toBeLessThan(3000);
    expect(differences).toHaveLength(4);
  });

  it('gives spans from which the one text can be made into the other', () => {
    const text = fc
      .array(fc.constantFrom('sea', 'moon', 'tide', 'a', 'the', 'ship'), { maxLength: 30 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { differences } = differencesOf(a, b);
        let [made, at] = ['', 0];
        const after = (found: { start: number } | null, other: { start: number } | null) =>
          found?.start ?? (other === null ? a.length : -1);
        for (const d of differences) {
          const start = after(d.a, d.b);
          if (start >= 0) {
            made += `${a.slice(at, start)} `;
            at = d.a!.end;
          }
          made += `${d.b?.text ?? ''} `;
        }
        // An insertion has no place in the first text: then only what was taken away can be checked.
        if (differences.every((d) => d.a)) {
          made += a.slice(at);
          expect(made.split(/\s+/).filter(Boolean)).toEqual(b.split(/\s+/).filter(Boolean));
        }
        for (const d of differences) {
          if (d.a) expect(a.slice(d.a.start, d.a.end)).toBe(d.a.text);
          if (d.b) expect(b.slice(d.b.start, d.b.end)).toBe(d.b.text);
        }
        expect(differences.length === 0).toBe(a === b);
      }),
    );
  });
});
