import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const sheets = globSync('**/*.css', { cwd: root }).map(
  (file) => [file, readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')] as const,
);

/** Set by components as they run. */
const MEASURED =
  /^(trigger-width|trigger-anchor-point|cmdk-list-height|tree-item-level|level|depth|card-.*|[xywh])$/;

it('there are sheets to look at', () => {
  expect(sheets.length).toBeGreaterThan(10);
});

it.each(sheets.filter(([file]) => file !== 'ui/tokens.css'))(
  '%s takes its colours from the tokens',
  (_, css) => {
    expect(css.match(/#[\da-f]{3,8}\b(?=[^{}]*;)|\b(?:rgba?|hsla?|oklch)\(/gi) ?? []).toEqual([]);
  },
);

it.each(sheets)('%s uses no token that nobody sets', (_, css) => {
  const defined = new Set(
    sheets.flatMap(([, sheet]) => [...sheet.matchAll(/--([\w-]+)\s*:/g)].map((m) => m[1]!)),
  );
  const used = [...css.matchAll(/var\(--([\w-]+)(?=\s*\))/g)].map((m) => m[1]!);
  expect(used.filter((name) => !defined.has(name) && !MEASURED.test(name))).toEqual([]);
});
