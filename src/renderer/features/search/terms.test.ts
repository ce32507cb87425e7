import { describe, expect, it } from 'vitest';
import { expressionOf, flipped, termsOf, weighed, without } from './terms.ts';

const same = (expression: string) => expressionOf(termsOf(expression));

describe('an expression', () => {
  it.each([
    ['rey - hombre + mujer', 'rey - hombre + mujer'],
    ['- [[Faro#Luz]] + 0,5*"el mar"', '-[[Faro#Luz]] + 0.5*"el mar"'],
    ['2*([[A]] - well-known)', '2*[[A]] - 2*well-known'],
  ])('%s', (expression, expected) => {
    expect(same(expression)).toBe(expected);
    expect(same(expected)).toBe(expected);
  });

  it('has no terms where it makes no sense', () => {
    expect(termsOf('rey -')).toEqual([]);
  });
});

describe('a term', () => {
  const terms = termsOf('rey - hombre + 0.5*mujer');
  it('is taken out, turned round, made heavier and lighter', () => {
    expect(expressionOf(without(terms, 1))).toBe('rey + 0.5*mujer');
    expect(expressionOf(without(terms, 0))).toBe('-hombre + 0.5*mujer');
    expect(expressionOf(flipped(terms, 0))).toBe('-rey - hombre + 0.5*mujer');
    expect(expressionOf(weighed(terms, 1, 2))).toBe('rey - 1.5*hombre + 0.5*mujer');
    expect(expressionOf(weighed(terms, 2, -5))).toBe('rey - hombre + 0.25*mujer');
  });
});
