import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Colour, contrast, over, parseColour } from './tokens.test-helper.ts';

/** Custom properties of the block that begins with `opening`. */
function block(css: string, opening: string): Map<string, string> {
  const from = css.indexOf(opening);
  const text = css.slice(from, css.indexOf('}', from));
  return new Map(
    [...text.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]),
  );
}

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const light = block(css, ':root {');
const dark = new Map([...light, ...block(css, ':root[data-theme="dark"]')]);

const PAPERS = ['paper', 'paper-sunk', 'paper-raised'];
const TEXTS = ['ink', 'ink-soft', 'ink-faint', 'link', 'accent', 'danger', 'good'];

/** What is written on what; a veil (`hover`, `pressed`) lies over the paper between them. */
const WRITTEN: readonly (readonly [text: string, ground: string, veil?: string])[] = [
  ...PAPERS.flatMap((paper) => TEXTS.map((text) => [text, paper] as const)),
  ...PAPERS.flatMap((paper) =>
    ['ink', 'ink-soft', 'ink-faint', 'link'].map((text) => [text, paper, 'hover'] as const),
  ),
  ...PAPERS.flatMap((paper) => ['ink', 'link'].map((text) => [text, paper, 'pressed'] as const)),
  ...['selected', 'lit', 'accent-soft', 'selection'].map((ground) => ['ink', ground] as const),
  ...['selected', 'lit', 'accent-soft'].flatMap((ground) => [
    ['ink-soft', ground] as const,
    ['ink-faint', ground] as const,
  ]),
  ...['selected', 'lit'].map((ground) => ['link', ground] as const),
  ['accent', 'accent-soft'],
  ['accent', 'selected'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['mark-ink', 'mark'],
  ['tip-ink', 'tip'],
];

/** Borders of controls, their knobs and the focus ring: seen, not read. */
const SEEN = ['control', 'focus', 'accent'].flatMap((line) => PAPERS.map((paper) => [line, paper] as const));

describe.each([
  ['light', light],
  ['dark', dark],
])('colours of the %s theme', (_, tokens) => {
  const colour = (name: string): Colour => parseColour(tokens.get(name) ?? `no token --${name}`);

  it.each(WRITTEN)('--%s on --%s is read without effort (AA, 4.5)', (text, ground, veil) => {
    const under = veil ? over(colour(veil), colour(ground)) : colour(ground);
    expect(contrast(colour(text), under), veil).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SEEN)('--%s is seen on --%s (AA, 3)', (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

it('the dark theme names every colour anew', () => {
  const named = block(css, ':root[data-theme="dark"]');
  const colours = [...light].filter(([, value]) => /^(#|rgb)/.test(value)).map(([name]) => name);
  expect(colours.filter((name) => !named.has(name))).toEqual([]);
});
