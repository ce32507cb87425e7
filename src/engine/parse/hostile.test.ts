import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { parseNote } from './parse.ts';

const parse = (text: string) => parseNote(asNotePath('a.md'), text);
const K = 1000;

/** CPU time, because other things run on the same machine. Generous: what is quadratic takes minutes. */
const LIMIT_MS = 15_000;
const cpuMs = () => process.cpuUsage().user / 1000;

const CASES: Record<string, () => string> = {
  'emphasis marks': () => '*'.repeat(100 * K),
  'emphasis opened for ever': () => '*a'.repeat(100 * K),
  'emphasis closed for ever': () => 'a* '.repeat(100 * K),
  'mixed emphasis': () => '**a *b_c '.repeat(30 * K),
  'opening brackets': () => '['.repeat(100 * K),
  'closing brackets': () => ']'.repeat(100 * K),
  'empty brackets': () => '[]'.repeat(100 * K),
  'links inside links': () => '[a](b'.repeat(50 * K),
  embeds: () => '![['.repeat(50 * K),
  'open wikilinks': () => '[[a'.repeat(50 * K),
  dollars: () => '$'.repeat(100 * K),
  'open formulas': () => '$a '.repeat(100 * K),
  'open display formulas': () => '$$a '.repeat(50 * K),
  backticks: () => '`'.repeat(100 * K),
  'backtick runs of every length': () => Array.from({ length: 600 }, (_, i) => '`'.repeat(i + 1)).join(' '),
  'open comments': () => '<!-- x %% '.repeat(50 * K),
  'open tags': () => '<a b="'.repeat(50 * K),
  'open scripts': () => `${'<script>'.repeat(50 * K)}</script>`,
  'quotes in quotes': () => `${'>'.repeat(100 * K)} a\n${'>'.repeat(10 * K)} b`,
  'lists in lists': () => `${'- + '.repeat(10 * K)}a\n\nb`,
  'lists in lists, then blank lines': () => `${'- + '.repeat(5 * K)}a${'\n'.repeat(100 * K)}`,
  'lists by indentation': () => Array.from({ length: K }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
  'a table of blanks': () => `a | b\n${' '.repeat(2_000 * K)}x`,
  'blanks in a line': () => `a${' '.repeat(2_000 * K)}b`,
  'an open link title': () => `[a]: b "${'x\n'.repeat(100 * K)}`,
  bars: () => '|'.repeat(100 * K),
  ampersands: () => '&'.repeat(100 * K),
  'addresses with brackets': () => `http://a${')'.repeat(100 * K)}`,
  'open footnotes': () => '[^'.repeat(50 * K),
  'open highlights': () => '==a ~~b '.repeat(30 * K),
  'one line of 2 MB': () => 'palabra otra [[Nota]] y más *texto*. '.repeat(54 * K),
  'one word of 2 MB': () => 'x'.repeat(2_000 * K),
  'one paragraph of 2 MB': () => 'palabra otra más texto, sigue y sigue.\n'.repeat(52 * K),
  'one quote of 1 MB': () => '> hola que tal\n'.repeat(70 * K),
  'NUL bytes': () => '\0'.repeat(500 * K),
};

describe('hostile text', { timeout: 300_000 }, () => {
  it.each(Object.entries(CASES))('is parsed in time that grows with its length: %s', (_, make) => {
    const text = make();
    const started = cpuMs();
    const note = parse(text);
    expect(cpuMs() - started).toBeLessThan(LIMIT_MS);
    const last = note.blocks.at(-1)?.end ?? 0;
    expect(last).toBeLessThanOrEqual(text.length);
  });

  it('keeps all 10,000 links of a note', () => {
    const { links } = parse('[[Nota uno|alias]] [a](b.md)\n'.repeat(5 * K));
    expect(links).toHaveLength(10 * K);
    expect(links.at(-1)).toMatchObject({ kind: 'markdown', target: 'b.md' });
  });

  it('reads what is nested too deep as plain lines, and says so', () => {
    const note = parse(`${'> '.repeat(10 * K)}deep [[A]]\n\nafter`);
    expect(note.problems.map((p) => p.kind)).toEqual(['too-deep']);
    expect(note.links.map((l) => l.target)).toEqual(['A']);
    expect(note.blocks.map((b) => b.kind)).toEqual(['quote', 'paragraph']);
  });

  it('keeps links whole where a long paragraph is parsed in pieces', () => {
    const note = parse('texto [con enlace](b.md) y `código` '.repeat(5 * K));
    expect(note.links).toHaveLength(5 * K);
  });

  it('reads a note of 20 MB', () => {
    const prose = 'Un párrafo con [[Nota|alias]], *énfasis* y `código`, que sigue y sigue. '.repeat(12);
    const page = `# Título\n\n${prose}\n\n- uno\n- dos\n\n\`\`\`js\nlet a = 1;\n\`\`\`\n\n`;
    const text = page.repeat(Math.ceil(20e6 / page.length));
    const note = parse(text);
    expect(note.headings).toHaveLength(text.length / page.length);
    expect(note.blocks).toHaveLength((3 * text.length) / page.length);
  });
});
