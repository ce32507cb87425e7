import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PortolanError } from '../errors.ts';
import type { QueryPart } from './query-part.ts';
import { parseQuery, readQuery } from './read-query.ts';
import { writeQuery } from './write-query.ts';

const TODAY = '2024-05-31';

/** Parts without their places. */
function read(query: string, typing = false): unknown[] {
  return parseQuery(query, { today: TODAY, typing }).map(plain);
}

function plain(part: QueryPart): unknown {
  const { start: _start, end: _end, ...rest } = part;
  if (!('valueSpan' in rest)) return rest;
  const { valueSpan: _valueSpan, ...filter } = rest;
  return filter;
}

const text = (words: string) => ({ kind: 'text', text: words });
const phrase = (words: string, negated = false) => ({ kind: 'phrase', text: words, negated });
const filter = (field: string, value: string, more = {}) => ({
  kind: 'filter',
  field,
  value,
  negated: false,
  ...more,
});

describe('what is no operator is text', () => {
  test.each([
    'C++',
    '12:30',
    'https://example.org/?q=1&tag=2',
    'foo:bar',
    '--flag -> - item -5',
    'a-b well-known',
    '5" 12"',
    'tags:x',
    'el mar (abierto) [x]',
    '#etiqueta',
    '"" «»',
    'AND OR NOT',
    '🙂 — …',
  ])('%s', (query) => {
    expect(read(query)).toEqual([text(query)]);
  });
});

describe('operators', () => {
  test.each([
    ['"El Mar" azul', [phrase('El Mar'), text('azul')]],
    ['“mar azul” «pan»', [phrase('mar azul'), phrase('pan')]],
    [
      'mar -tierra -"agua dulce"',
      [text('mar'), { kind: 'without', text: 'tierra' }, phrase('agua dulce', true)],
    ],
    ['tag:#viaje/mar -TAG:hecho', [filter('tag', 'viaje/mar'), filter('tag', 'hecho', { negated: true })]],
    ['path:"Mis notas/2024" pan', [filter('path', 'Mis notas/2024'), text('pan')]],
    ['lang:Español lang:en-GB', [filter('lang', 'es'), filter('lang', 'en')]],
    ['linked:[[Mi nota#Parte|x]]', [filter('linked', 'Mi nota', { links: 'note' })]],
    ['linked:Faro', [filter('linked', 'Faro', { links: 'note' })]],
    [
      'linked:none -linked:any',
      [filter('linked', 'none', { links: 'none' }), filter('linked', 'any', { links: 'any', negated: true })],
    ],
    ['linked:"none"', [filter('linked', 'none', { links: 'note' })]],
    ['after:2024 before:2024-5', [filter('after', '2024-01-01'), filter('before', '2024-05-01')]],
    [
      'after:yesterday after:1w after:3m before:1y',
      [
        filter('after', '2024-05-30'),
        filter('after', '2024-05-24'),
        filter('after', '2024-02-29'),
        filter('before', '2023-05-31'),
      ],
    ],
  ])('%s', (query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  test('places are those of the question', () => {
    expect(parseQuery('uno dos  -"a b" tag:"x y"')).toMatchObject([
      { kind: 'text', start: 0, end: 7 },
      { kind: 'phrase', start: 9, end: 15 },
      { kind: 'filter', start: 16, end: 25, valueSpan: { start: 20, end: 25 } },
    ]);
  });
});

describe('what makes no sense is said where it stands', () => {
  test.each([
    ['el "mar', 4, 1],
    ['-"mar', 2, 1],
    ['mar tag:', 5, 4],
    ['path: Diario', 1, 5],
    ['lang:klingon mar', 6, 7],
    ['mar after:2024-02-30', 11, 10],
    ['before:mañana', 8, 6],
    ['x linked:[[Faro', 10, 2],
    ['tag:"abierto', 5, 1],
  ])('%s', (query, column, length) => {
    let error: unknown;
    try {
      parseQuery(query);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: 'QUERY_SYNTAX', params: { column, length } });
  });

  test('while it is typed, what is not finished is no mistake', () => {
    expect(read('el "mar abier', true)).toEqual([text('el'), phrase('mar abier')]);
    expect(read('mar tag:', true)).toEqual([text('mar')]);
    expect(read('mar lang:espa', true)).toEqual([text('mar')]);
    expect(read('mar after:20', true)).toEqual([text('mar')]);
    expect(read('linked:[[Mi no', true)).toEqual([filter('linked', 'Mi no', { links: 'note' })]);
    expect(() => read('lang:espa mar', true)).toThrow(PortolanError);
  });
});

describe('any question', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '"',
      '“',
      '»',
      '-',
      ' ',
      '\n',
      'tag:',
      'path:',
      'lang:',
      'linked:',
      'after:',
      'before:',
      '[[',
      ']]',
      '#',
      'es',
      '2024-05',
      'mar',
      'none',
    ),
  );
  const query = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  test('is read or refused with a column in it; parts are in order, in it, and leave out blanks only', () => {
    fc.assert(
      fc.property(query, fc.boolean(), (typed, typing) => {
        const { parts, problem } = readQuery(typed, { typing, today: TODAY });
        let at = 0;
        for (const { start, end } of parts) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(typed.length);
        if (problem) {
          expect(problem.start).toBeGreaterThanOrEqual(0);
          expect(problem.end).toBeGreaterThan(problem.start);
          expect(problem.end).toBeLessThanOrEqual(typed.length);
        }
        try {
          parseQuery(typed, { typing, today: TODAY });
          expect(problem).toBeNull();
        } catch (error) {
          expect(error).toMatchObject({ code: 'QUERY_SYNTAX' });
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('reads the same after it is written anew', () => {
    fc.assert(
      fc.property(query, (typed) => {
        const { parts, problem } = readQuery(typed, { today: TODAY });
        fc.pre(problem === null && !/[＂»][\s\S]*["“”]|["“”][\s\S]*[＂»]/u.test(typed));
        const again = readQuery(writeQuery(parts), { today: TODAY });
        expect(again.problem).toBeNull();
        expect(again.parts.map(plain)).toEqual(parts.map(plain));
      }),
      { numRuns: 2000 },
    );
  });
});
