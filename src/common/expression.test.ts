import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCode, type PortolanError } from './errors.ts';
import { looksLikeExpression, parseExpression, parsePole } from './expression.ts';

/** Terms in short: weight and text, a note in its brackets. */
const read = (text: string) =>
  parseExpression(text).map(({ kind, text: words, heading, weight }) => [
    weight,
    kind === 'note' ? `[[${words}${heading ? `#${heading}` : ''}]]` : words,
  ]);

describe('parseExpression', () => {
  it.each([
    ['king - man + woman', [1, 'king'], [-1, 'man'], [1, 'woman']],
    ['[[Note A]] - [[Note B]] + "a phrase"', [1, '[[Note A]]'], [-1, '[[Note B]]'], [1, 'a phrase']],
    ['2*[[A]] + 0.5*"b"', [2, '[[A]]'], [0.5, 'b']],
    ['2 × [[A]] − 0,5 * b c', [2, '[[A]]'], [-0.5, 'b c']],
    ['[[A]]-[[B]]+"c"', [1, '[[A]]'], [-1, '[[B]]'], [1, 'c']],
    ['- state-of-the-art – C++', [-1, 'state-of-the-art'], [-1, 'C++']],
    ['king -man +woman', [1, 'king'], [-1, 'man'], [1, 'woman']],
    ['«mar en calma» + „x“ − “y”', [1, 'mar en calma'], [1, 'x'], [-1, 'y']],
    ['2*([[A]] - 3*(b - c)) + d', [2, '[[A]]'], [-6, 'b'], [6, 'c'], [1, 'd']],
    ['attention (machine learning) - x', [1, 'attention (machine learning)'], [-1, 'x']],
    ['2024 + 5 degrees', [1, '2024'], [1, '5 degrees']],
    ['[[folder/A#Part|shown]] + don’t', [1, '[[folder/A#Part]]'], [1, 'don’t']],
    ['注意力机制 - 图像', [1, '注意力机制'], [-1, '图像']],
    ['"a - b" + c', [1, 'a - b'], [1, 'c']],
  ])('%s', (text, ...terms) => {
    expect(read(text)).toEqual(terms);
  });

  it.each([
    ['', 1, 'Type a word'],
    ['king -', 7, 'Type a word'],
    ['king - + man', 8, 'Leave one out'],
    ['[[Note', 1, ']]'],
    ['x + "phrase', 5, 'quote'],
    ['[[ ]] + x', 1, 'between the brackets'],
    ['[[A]] [[B]]', 7, 'Put + or -'],
    ['king "b"', 6, 'Put + or -'],
    ['(a + b', 1, ')'],
    ['a + b)', 6, 'Take it out'],
    ['0*a', 1, 'Leave the term out'],
    ['101*a', 1, 'smaller'],
    ['[[A]]*2', 6, 'before'],
    ['* a', 1, 'before the star'],
    ['"…" + a', 1, 'words'],
    [`${'('.repeat(40)}a${')'.repeat(40)}`, 17, 'Multiply'],
    [Array(40).fill('a').join(' + '), 129, 'Leave some out'],
  ])('says where and what to do: %s', (text, column, hint) => {
    expect(() => parseExpression(text)).toThrow(
      expect.objectContaining({ code: 'EXPRESSION_INVALID', params: expect.objectContaining({ column }) }),
    );
    try {
      parseExpression(text);
    } catch (error) {
      expect((error as PortolanError).todo).toContain(hint);
    }
  });

  it('gives spans that hold what was written, in order', () => {
    const text = '2*( [[A|b]] -  two words ) + «c»';
    expect(parseExpression(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '[[A|b]]',
      'two words',
      '«c»',
    ]);
  });

  const word = fc.stringMatching(/^[\p{L}]{1,6}(-[\p{L}]{1,4})?$/u).filter((w) => w.trim() === w && w !== '');
  const term = fc.record({
    sign: fc.constantFrom('+', '-', '−'),
    weight: fc.constantFrom('', '2*', '0.5 * ', '1,5×'),
    shape: fc.constantFrom('bare', 'note', '"', '«'),
    word,
  });
  it('reads back whatever is written', () => {
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 8 }), (terms) => {
        const written = { bare: (w: string) => w, note: (w: string) => `[[${w}]]` };
        const text = terms
          .map(({ sign, weight, shape, word: w }) => {
            const quoted = shape === '"' ? `"${w}"` : `«${w}»`;
            return `${sign} ${weight}${shape === 'bare' || shape === 'note' ? written[shape](w) : quoted}`;
          })
          .join(' ');
        const expected = terms.map(({ sign, weight, shape, word: w }) => [
          (sign === '+' ? 1 : -1) * (weight ? Number.parseFloat(weight.replace(',', '.')) : 1),
          shape === 'note' ? `[[${w}]]` : w,
        ]);
        expect(read(text)).toEqual(expected);
      }),
    );
  });

  it('reads any text, or refuses it at a column inside it', () => {
    const piece = fc.constantFrom(...'ab [](){}"«»“”+-−–*×2.0,#| \n\t中é'.split(''), '[[', ']]', '2*', ' - ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        try {
          const terms = parseExpression(text);
          let end = 0;
          for (const each of terms) {
            expect(each.start).toBeGreaterThanOrEqual(end);
            expect(each.end).toBeGreaterThan(each.start);
            expect(Math.abs(each.weight)).toBeGreaterThan(0);
            end = each.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        } catch (error) {
          if (!hasCode(error, 'EXPRESSION_INVALID')) throw error;
          const column = Number((error as PortolanError).params.column);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(text.length + 1);
        }
      }),
    );
  });
});

describe('parsePole', () => {
  it('takes expressions with commas between them', () => {
    const text = 'cold, "deep, frost",[[A, b]], king - man, 0,5*x';
    const terms = parsePole(text);
    expect(terms.map((term) => [term.weight, term.text])).toEqual([
      [1, 'cold'],
      [1, 'deep, frost'],
      [1, 'A, b'],
      [1, 'king'],
      [-1, 'man'],
      [0.5, 'x'],
    ]);
    expect(text.slice(terms[2]!.start, terms[2]!.end)).toBe('[[A, b]]');
    expect(() => parsePole('cold, ')).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ column: 7 }) }),
    );
  });
});

describe('looksLikeExpression', () => {
  it.each([
    '[[A]] - [[B]] + "x"',
    '"mar" + "vela"',
    '2*king + queen',
    '[[A]] + x',
    '[[A]] - [[B',
    '- [[A]]',
    '[[A]]-[[B]]',
    '"mar" −"vela"',
  ])('%s', (text) => expect(looksLikeExpression(text)).toBe(true));

  it.each([
    '[[Note A]]',
    '"exact phrase"',
    'king - man',
    'state-of-the-art',
    'how do tides work',
    'C++ "templates"',
    '"exact phrase" -word',
    'sea -"dead sea" tag:x',
    '[[A]] is it - or not',
    'Note - "part" 2',
    'a * b',
    '+1',
  ])('not %s', (text) => expect(looksLikeExpression(text)).toBe(false));
});
