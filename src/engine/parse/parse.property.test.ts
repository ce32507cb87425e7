import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { markdownText } from '../../common/markup/markdown.fixture.ts';
import type { Span } from '../../common/span.ts';
import { bodyText } from './body-text.ts';
import type { ParsedNote } from './note.ts';
import { parse, parseNote } from './parse.ts';
import { plainText, render } from './plain-text.ts';

const RUNS = { numRuns: 600 };

function expectSound(note: ParsedNote): void {
  const inside = ({ start, end }: Span) => {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(note.text.length);
  };
  const apart = (spans: readonly Span[]) => {
    spans.forEach(inside);
    for (let i = 1; i < spans.length; i++) expect(spans[i]!.start).toBeGreaterThanOrEqual(spans[i - 1]!.end);
  };
  apart(note.blocks);
  apart(note.headings);
  apart(note.comments);
  note.links.forEach(inside);
  for (let i = 1; i < note.links.length; i++)
    expect(note.links[i]!.start).toBeGreaterThanOrEqual(note.links[i - 1]!.start);
  for (const tag of note.tags)
    if (tag.span) expect(note.text.slice(tag.span.start, tag.span.end)).toBe(`#${tag.name}`);
  const body = note.frontmatter?.end ?? 0;
  for (const block of note.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(body);
    expect(block.heading).toBeLessThan(note.headings.length);
    const above = note.headings[block.heading];
    if (above) expect(above.end).toBeLessThanOrEqual(block.start);
    const below = note.headings[block.heading + 1];
    if (below) expect(below.start).toBeGreaterThanOrEqual(block.end);
  }
  const { starts, ends } = note.markup!;
  for (let i = 0; i < starts.length; i++) {
    expect(ends[i]!).toBeGreaterThan(starts[i]!);
    expect(starts[i]!).toBeGreaterThanOrEqual(ends[i - 1] ?? 0);
  }
}

describe('parseNote', { timeout: 120_000 }, () => {
  it('gives sound offsets for any text, and always the same', () => {
    fc.assert(
      fc.property(markdownText, fc.constantFrom('a.md', 'a.mdx'), (text, path) => {
        const note = parseNote(asNotePath(path), text);
        expectSound(note);
        expect(parseNote(asNotePath(path), text)).toEqual(note);
      }),
      RUNS,
    );
  });

  it('keeps sound offsets behind any frontmatter', () => {
    fc.assert(
      fc.property(markdownText, markdownText, (yaml, body) => {
        const note = parseNote(asNotePath('a.md'), `---\n${yaml}\n---\n${body}`);
        expect(note.frontmatter).not.toBeNull();
        expectSound(note);
      }),
      RUNS,
    );
  });

  it('lets every piece of the text be rendered', () => {
    fc.assert(
      fc.property(markdownText, fc.nat(400), fc.nat(400), (text, a, b) => {
        const note = parseNote(asNotePath('a.md'), text);
        const span = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
        const { text: out, sourceAt } = render(note, span);
        let last = span.start;
        for (let i = 0; i <= out.length; i++) {
          const at = sourceAt(i);
          expect(at).toBeGreaterThanOrEqual(last);
          expect(at).toBeLessThanOrEqual(span.end);
          last = at;
        }
        expect(plainText(note, span).length).toBeLessThanOrEqual(out.length + 1);
      }),
      RUNS,
    );
  });

  it('loses no word of plain paragraphs', () => {
    const sentence = fc.array(fc.constantFrom('uno', 'dos', 'tres', 'cuatro', '中文', '😀'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(sentence), (paragraphs) => {
        const text = paragraphs.map((p) => p.join(' ')).join('\n\n');
        expect(bodyText(parseNote(asNotePath('a.md'), text))).toBe(text.replaceAll('\n\n', '\n'));
      }),
    );
  });
});

describe('parseCanvas', { timeout: 120_000 }, () => {
  it('gives sound offsets for any cards, and reads them like notes', () => {
    fc.assert(
      fc.property(fc.array(markdownText, { maxLength: 4 }), fc.boolean(), (cards, ascii) => {
        const json = JSON.stringify({ nodes: cards.map((text) => ({ type: 'text', text })) });
        const source = ascii
          ? json.replace(/[\x80-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
          : json;
        const note = parse('canvas', asNotePath('a.canvas'), source);
        expect(note.problems).toEqual([]);
        for (const tag of note.tags) expect(source[tag.span!.start]).toBe('#');
        expectSound({ ...note, tags: [] });
        const read = note.blocks.map((b) => render(note, b).text);
        const seen = cards.filter((c) => c.trim());
        expect(read).toHaveLength(seen.length);
        read.forEach((text, i) => {
          const card = parseNote(asNotePath('a.md'), `\n${seen[i]!}`);
          expect(text).toBe(render(card, { start: 1, end: card.text.length }).text);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('never throws on anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), markdownText), (text) => {
        expect(parse('canvas', asNotePath('a.canvas'), text).title).toBe('a');
      }),
      RUNS,
    );
  });
});
