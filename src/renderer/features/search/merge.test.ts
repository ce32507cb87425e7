import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRows, merged } from './merge.ts';
import { hit } from './search.fixture.ts';

const rows = (paths: string) => asRows([...paths].map((p) => hit(p)));
const names = (shown: ReturnType<typeof merged>) =>
  shown.map((r) => r.note.path + (r.fresh ? '*' : '')).join('');

describe('merged', () => {
  it.each([
    ['abc', 'abc', 'abc'],
    ['abc', 'cba', 'abc'],
    ['abc', 'xabc', 'x*abc'],
    ['abc', 'cxab', 'ax*bc'],
    ['abc', 'xyz', 'x*y*z*'],
    ['abc', 'bx', 'bx*'],
    ['', 'ab', 'a*b*'],
    ['abc', '', ''],
  ])('%s, then %s: %s', (shown, next, expected) => {
    expect(names(merged(rows(shown), rows(next), false))).toBe(expected);
  });

  it('moves nothing in a list that is in use', () => {
    expect(names(merged(rows('abc'), rows('xcy'), true))).toBe('abcx*y*');
  });

  it('keeps every order and loses no newcomer', () => {
    const some = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 }).map((a) => a.join(''));
    fc.assert(
      fc.property(some, some, fc.boolean(), (shown, next, touched) => {
        const after = merged(rows(shown), rows(next), touched);
        const order = after.map((r) => r.note.path).join('');
        const stay = [...shown].filter((p) => touched || next.includes(p)).join('');
        expect([...order].filter((p) => shown.includes(p)).join('')).toBe(stay);
        const news = [...next].filter((p) => !shown.includes(p)).join('');
        expect(after.flatMap((r) => (r.fresh ? [r.note.path] : [])).join('')).toBe(news);
      }),
    );
  });
});
