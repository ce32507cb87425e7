import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableTex } from './tex.ts';

/** The formula with its pieces put in. */
function read(tex: string): string {
  let out = '';
  let at = 0;
  for (const { start, end, shown } of readableTex(tex)) {
    out += tex.slice(at, start) + shown;
    at = end;
  }
  return (out + tex.slice(at)).replace(/\s+/g, ' ').trim();
}

describe('a formula in a line of text', () => {
  it.each([
    ['a name of a sign', String.raw`\alpha \le \beta`, 'α ≤ β'],
    ['letters of the blackboard', String.raw`x \in \mathbb{R}^n, \mathbb Z`, 'x ∈ ℝⁿ, ℤ'],
    [
      'fractions',
      String.raw`\frac{1}{2} + \frac{a+b}{c} + \frac\pi2 + \frac 2 3`,
      '1/2 + (a+b)/c + π/2 + 2/3',
    ],
    ['fractions in fractions', String.raw`\frac{\frac{a}{b}}{c+1}`, '(a/b)/(c+1)'],
    ['a fraction of commands with arguments', String.raw`\frac{\log n}{\sqrt{k+1}}`, '(log n)/(√(k+1))'],
    ['roots and choices', String.raw`\sqrt{x} \sqrt[3]{x+1} \binom{n}{k}`, '√x √(x+1) C(n, k)'],
    [
      'powers and indices',
      String.raw`x^2 y^{10} a_1 b_{i} c_{i+1} e^{-x} 90^\circ`,
      'x² y¹⁰ a₁ b_i c_(i+1) e^(-x) 90°',
    ],
    ['sums', String.raw`\sum_{i=1}^{n} \lVert w \rVert^2`, '∑_(i=1)ⁿ ‖ w ‖²'],
    ['functions', String.raw`O(n\log n), \operatorname*{argmax}_x \min f`, 'O(n log n), argmax_x min f'],
    ['words', String.raw`P(\text{spam}\mid w) = \mathbf{1}`, 'P(spam∣ w) = 1'],
    ['brackets that grow', String.raw`\left( \frac{a}{b} \right. \bigl\{ x \bigr\}`, '( a/b { x }'],
    ['environments', '\\begin{aligned} x &= 1 \\\\\n y &= 2 \\end{aligned}', 'x = 1 y = 2'],
    ['matrices', String.raw`\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}`, '1 2 ; 3 4'],
    ['columns', String.raw`\begin{array}{cc} a & b \end{array}`, 'a b'],
    ['what is not seen', String.raw`x \label{eq:one} \hspace{1em} \color{red} y`, 'x y'],
    ['blanks and escapes', String.raw`a\,b\;c\!d \{e\} 5\% \|v\|`, 'a b cd {e} 5% ‖v‖'],
    ['denials', String.raw`a \not= b \not\in C \not\mid d`, 'a ≠ b ∉ C not ∣ d'],
    ['what the note defines itself', String.raw`\softmax(x)`, 'softmax(x)'],
    ['what has an end too many or too few', String.raw`}} \frac{a {{`, '(a'],
    ['nothing after a command', '\\frac', ''],
    ['a lone backslash', 'a\\', 'a'],
  ])('shows %s', (_, tex, shown) => expect(read(tex)).toBe(shown));

  it('is made of pieces in order, of any formula', () => {
    const part = fc.constantFrom(
      ...[
        '\\frac',
        '\\sqrt',
        '\\binom',
        '\\alpha',
        '\\begin',
        '\\text',
        '\\left',
        '\\not',
        '\\mathbb',
        '\\color',
      ],
      ...['{', '}', '[', ']', '^', '_', '&', '~', '\\', '\\\\', ' ', '\n', 'x', '12', 'ñ', '𝔸', '.', '='],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const tex = parts.join('');
        let at = 0;
        for (const { start, end, shown } of readableTex(tex)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(shown.isWellFormed()).toBe(true);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(tex.length);
        expect(read(tex)).not.toMatch(/\\(?:frac|sqrt|alpha|begin|mathbb)/);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time in proportion to its length', () => {
    for (const tex of [
      '{'.repeat(300_000),
      '\\frac{'.repeat(100_000),
      '\\frac'.repeat(100_000),
      '^{'.repeat(100_000),
    ]) {
      const before = process.cpuUsage();
      readableTex(tex);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(3000);
    }
  });
});
