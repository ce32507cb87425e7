import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownText } from '../../../../common/markup/markdown.fixture.ts';
import { elementsOf } from './outline.fixture.ts';
import { render } from './render.ts';

const hostile = fc.array(
  fc.constantFrom(
    ...[
      '<b>',
      '</b>',
      '<div>',
      '</div>',
      '<script>',
      '</script>',
      '<img src=x onerror=y>',
      '<a href="javascript:x">',
      '</a>',
    ],
    ...['<details>', '</details>', '<svg>', '<math>', '<table>', '<td>', '<!--', '-->', '<p', '>', '"', "'"],
    ...[
      '\n',
      '\n\n',
      '> ',
      '- ',
      '1. ',
      '| a |\n|--|\n',
      '[[a]]',
      '==',
      '%%',
      '$',
      '$$',
      '`',
      '```\n',
      '^id',
      '#t',
      '[^1]',
      '[^1]: ',
      'x',
    ],
  ),
  { maxLength: 40 },
);

function check(text: string): void {
  const { blocks } = render(text);
  let last = 0;
  for (const { start, end } of blocks) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
    last = start;
  }
  for (const { tagName, properties } of elementsOf(blocks)) {
    expect(tagName).not.toMatch(/^(?:a|img|script|style|iframe|form|input|svg|math)$(?<!svg|math)/);
    expect(Object.keys(properties).join()).not.toMatch(/\bon[A-Z]|\bhref\b|\bsrc\b|\bid\b/);
    const { dataStart, dataEnd } = properties;
    if (dataStart === undefined) continue;
    expect(Number(dataStart)).toBeGreaterThanOrEqual(0);
    expect(Number(dataEnd)).toBeGreaterThanOrEqual(Number(dataStart));
    expect(Number(dataEnd)).toBeLessThanOrEqual(text.length);
  }
}

test('any Markdown is rendered, in order, with places within its text', () => {
  fc.assert(fc.property(markdownText, check), { numRuns: 250 });
});

test('so is any mixture of HTML and Markdown', () => {
  fc.assert(
    fc.property(hostile, (parts) => check(parts.join(''))),
    { numRuns: 250 },
  );
});

test('so is any text at all', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check), { numRuns: 150 });
});
