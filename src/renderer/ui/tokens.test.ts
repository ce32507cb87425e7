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
const TEXTS = ['ink', 'ink-soft', 'ink-faint', 'link', 'accent', 'danger', 'good', 'teal', 'amber', 'violet'];

type Written = readonly [text: string, ground: string, veil: string];

const all = (texts: readonly string[], grounds: readonly string[], veil = ''): Written[] =>
  grounds.flatMap((ground) => texts.map((text): Written => [text, ground, veil]));

/** What is written on what; a veil (`hover`, `pressed`) may lie over the ground. */
const WRITTEN: readonly Written[] = [
  ...all(TEXTS, PAPERS),
  ...all(['ink', 'ink-soft', 'ink-faint', 'link'], PAPERS, 'hover'),
  ...all(['ink', 'link'], PAPERS, 'pressed'),
  ...all(['ink', 'ink-soft', 'ink-faint'], ['selected', 'lit', 'accent-soft']),
  ...all(['ink'], ['selection']),
  ...all(['link'], ['selected', 'lit']),
  ...all(['accent'], ['accent-soft', 'selected']),
  ...all(['accent-ink'], ['accent', 'accent-strong']),
  ...all(['accent-strong'], PAPERS),
  ...all(['mark-ink'], ['mark']),
  ...all(['tip-ink'], ['tip']),
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
