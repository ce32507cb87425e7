import { describe, expect, it } from 'vitest';
import { PortolanError } from '../common/errors.ts';
import { parseQuery } from '../common/query/read-query.ts';
import { errorLines } from './report.ts';
import { createStyle } from './terminal/style.ts';

const style = createStyle(false);

function linesOf(query: string): string[] {
  try {
    parseQuery(query);
    return [];
  } catch (error) {
    return errorLines(error, style);
  }
}

describe('errors', () => {
  it('say what happened and what to do', () => {
    expect(errorLines(new PortolanError('QUERY_EMPTY'), style)).toEqual([
      'portolan: The question is empty.  QUERY_EMPTY',
      '          Type a word, a phrase or a question.',
    ]);
  });

  it('of a question point at the place', () => {
    expect(linesOf('mar lang:klingon azul')).toEqual([
      'portolan: The question cannot be read at column 10: “klingon” is no language.  QUERY_SYNTAX',
      '          mar lang:klingon azul',
      '                   ^^^^^^^',
      '          Write its name or code: lang:es, lang:english.',
    ]);
  });

  it('point rightly past wide characters, in long questions and at controls', () => {
    expect(linesOf('深度 tag:')[2]).toBe(`${' '.repeat(10 + 5)}^^^^`);
    const long = linesOf(`${'a '.repeat(200)}"never closed ${'b '.repeat(200)}`);
    expect(long[1]!.slice(long[2]!.indexOf('^'))).toMatch(/^"never closed b /);
    expect(long[1]!.length).toBeLessThan(120);
    expect(linesOf('\u001b[31m tag:')[1]).not.toContain('\u001b');
  });
});
