import { describe, expect, it } from 'vitest';
import { type Asked, isAsking, mayGoOn, mistakeIn, wayOf } from './questions.ts';

const asked = (text: string, way: Asked['way'] = 'search', to = ''): Asked => ({ way, text, to });

describe('the way of a question', () => {
  it.each([
    ['faro -niebla', 'search'],
    ['well-known - or not', 'search'],
    ['[[Faro]] - luz + niebla', 'algebra'],
    ['2*mar + sol', 'algebra'],
  ])('%s: %s', (text, way) => {
    expect(wayOf(asked(text))).toBe(way);
  });

  it('is what was chosen otherwise', () => {
    expect(wayOf(asked('rey - hombre', 'algebra'))).toBe('algebra');
    expect(wayOf(asked('frío', 'axis', 'calor'))).toBe('axis');
  });
});

describe('mistakes', () => {
  const said = (a: Asked, typing = false) => {
    const mistake = mistakeIn(a, typing);
    const text = mistake?.field === 'to' ? a.to : a.text;
    return mistake && `${mistake.field} ${mistake.mistake}: ${text.slice(mistake.start, mistake.end)}`;
  };

  it('stand where they are', () => {
    expect(said(asked('mar lang:klingon sol'))).toBe('text no-language: klingon');
    expect(said(asked('mar tag: sol'))).toBe('text value-missing: tag:');
    expect(said(asked('rey - - hombre', 'algebra'))).toBe('text two-signs: -');
    expect(said(asked('rey -', 'algebra'))).toBe('text unfinished: ');
    expect(said(asked('frío', 'axis', 'calor + [['))).toBe('to note-open: [[');
    expect(said(asked('todo bien'))).toBeNull();
  });

  it('that more typing mends are told apart', () => {
    expect(said(asked('mar tag:'), true)).toBeNull();
    expect(mayGoOn(mistakeIn(asked('rey -', 'algebra'), true)!)).toBe(true);
    expect(mayGoOn(mistakeIn(asked('rey - - x', 'algebra'), true)!)).toBe(false);
  });
});

it('is asked once there is something to ask', () => {
  expect(isAsking(asked('frío', 'axis'))).toBe(false);
  expect(isAsking(asked('frío', 'axis', 'calor'))).toBe(true);
  expect(isAsking(asked('  '))).toBe(false);
  expect(isAsking(asked('tag:'))).toBe(false);
  expect(isAsking(asked('tag:mar'))).toBe(true);
});
