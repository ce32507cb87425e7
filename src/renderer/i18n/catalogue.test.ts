import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../common/error-codes.ts';
import { CATALOGUES, type MessageId } from './catalogue.ts';
import { ERRORS_ES } from './errors.ts';

const ids = Object.keys(CATALOGUES.en) as MessageId[];

/** The names of a message's arguments and tags, each once. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
      if (element.type === TYPE.tag) walk(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(message));
  return [...names].toSorted();
}

describe('the messages', () => {
  it('are the same ones in every language', () => {
    expect(Object.keys(CATALOGUES.es).toSorted()).toEqual(ids.toSorted());
  });

  it.each(ids)('%s can be read, and says the same things in both languages', (id) => {
    expect(CATALOGUES.en[id].trim()).not.toBe('');
    expect(argumentsOf(CATALOGUES.es[id])).toEqual(argumentsOf(CATALOGUES.en[id]));
  });

  it('begin with the name of their feature', () => {
    for (const id of ids) expect(id).toMatch(/^[a-z]+\.[a-zA-Z0-9.-]+$/);
  });
});

describe('the errors', () => {
  const params = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

  it.each(Object.keys(ERRORS) as (keyof typeof ERRORS)[])(
    '%s is said in Spanish, with the same parameters',
    (code) => {
      expect(params(ERRORS_ES[code].what)).toEqual(params(ERRORS[code].what));
      expect(params(ERRORS_ES[code].todo)).toEqual(params(ERRORS[code].todo));
      expect(ERRORS_ES[code].what).not.toBe(ERRORS[code].what);
    },
  );

  it('are no others than there are', () => {
    expect(Object.keys(ERRORS_ES).toSorted()).toEqual(Object.keys(ERRORS).toSorted());
  });
});
