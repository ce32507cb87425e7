import { expect, test } from 'vitest';
import { readProperties } from './properties.ts';

test('names and values in the order of the source', () => {
  const text =
    '---\r\ntitle: Mareas\r\ntags: [mar, luna]\r\ndate: 2024-05-18\r\nn: 3\r\nok: true\r\nnada:\r\n---\r\ncuerpo';
  const properties = readProperties(text)!;
  expect(properties.entries).toEqual([
    ['title', 'Mareas'],
    ['tags', ['mar', 'luna']],
    ['date', '2024-05-18'],
    ['n', 3],
    ['ok', true],
    ['nada', null],
  ]);
  expect(text.slice(properties.end)).toBe('cuerpo');
});

test('broken ones are kept as text, with the reason', () => {
  const properties = readProperties('---\na: "b\nc: [\n---\n')!;
  expect(properties.entries).toEqual([]);
  expect(properties.raw).toBe('a: "b\nc: [\n');
  expect(properties.error).toMatch(/quote|flow/i);
});

test.each(['', '# x', '---\nno end', ' ---\na: b\n---\n'])('none: %j', (text) => {
  expect(readProperties(text)).toBeNull();
});

test('what is no mapping, or grows without end, says so', () => {
  const bomb = `a: &a [x]\n${Array.from({ length: 200 }, () => 'b: [*a, *a]').join('\n')}`;
  expect(readProperties('---\n- a\n- b\n---\n')!.error).toBe('not a mapping');
  expect(readProperties(`---\n${bomb}\n---\n`)!.error).toMatch(/alias/);
});
