import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { markdownText } from '../../common/markup/markdown.fixture.ts';
import { graphemeFloor } from '../../common/text.ts';
import type { ParsedNote } from '../parse/note.ts';
import { parse, parseNote } from '../parse/parse.ts';
import { render } from '../parse/plain-text.ts';
import type { Chunk } from './chunk.ts';
import { chunkNote } from './chunk-note.ts';

const COUNTERS: Record<string, (s: string) => number> = {
  letters: (s) => s.length,
  quarters: (s) => Math.ceil(s.length / 4),
  words: (s) => s.split(/\s+/).filter(Boolean).length,
  codePoints: (s) => [...s].length,
};

const settings = fc.record({
  budget: fc.integer({ min: 16, max: 120 }),
  targetTokens: fc.integer({ min: 1, max: 200 }),
  counter: fc.constantFrom(...Object.keys(COUNTERS)),
});

/** What a property says, in few words or many. */
const said = fc
  .array(fc.constantFrom('mar', 'océano', '海洋', '😀', 'of', '{{x}}', '[[A|b]]', '…'), {
    maxLength: 60,
  })
  .map((words) => words.join(' '));

/** A decomposed letter after a hidden mark is one grapheme to a reader and two to the source; real text has no such thing. */
const plain = markdownText.map((s) =>
  s.replace(/\p{M}|\u200d|[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff].)/gu, ''),
);

function expectSound(
  note: ParsedNote,
  chunks: readonly Chunk[],
  budget: number,
  count: (s: string) => number,
): void {
  let last = 0;
  chunks.forEach((chunk, i) => {
    expect(chunk.ordinal).toBe(i + chunks[0]!.ordinal);
    expect(chunk.start).toBeGreaterThanOrEqual(last);
    expect(chunk.end).toBeGreaterThanOrEqual(chunk.start);
    expect(chunk.end).toBeLessThanOrEqual(note.text.length);
    last = chunk.end;
    expect(chunk.tokens).toBe(count(chunk.input));
    expect(chunk.tokens).toBeLessThanOrEqual(budget);
    expect(chunk.input.endsWith(chunk.text)).toBe(true);
    if (chunk.end > 0) expect(chunk.text.trim()).not.toBe('');
  });
}

function expectCovered(note: ParsedNote, chunks: readonly Chunk[]): void {
  let i = 0;
  for (const block of note.blocks) {
    const { text, sourceAt } = render(note, block);
    for (let k = 0; k < text.length; k++) {
      const at = sourceAt(k);
      if (!text[k]!.trim() || note.text[at] !== text[k]) continue;
      while (i < chunks.length && chunks[i]!.end <= at) i++;
      if (i === chunks.length || chunks[i]!.start > at)
        expect.fail(`${JSON.stringify(text[k])} at ${at} is in no chunk`);
    }
  }
}

describe('chunkNote', { timeout: 120_000 }, () => {
  it('is ordered, within the budget, complete and deterministic for any text', () => {
    fc.assert(
      fc.property(
        fc.option(said),
        markdownText,
        settings,
        (about, body, { budget, targetTokens, counter }) => {
          const text = about === null ? body : `---\nabout: ${JSON.stringify(about)}\n---\n${body}`;
          const note = parseNote(asNotePath('a.md'), text);
          const options = { budget, targetTokens, countTokens: COUNTERS[counter]! };
          const chunks = chunkNote(note, options);
          expect(chunks.length).toBeGreaterThan(0);
          expectSound(note, chunks, budget, options.countTokens);
          expectCovered(note, chunks);
          expect(chunkNote(note, options)).toEqual(chunks);
        },
      ),
      { numRuns: 800 },
    );
  });

  it('never cuts a grapheme', () => {
    fc.assert(
      fc.property(plain, settings, (text, { budget, targetTokens, counter }) => {
        const note = parseNote(asNotePath('a.md'), text);
        for (const { start, end } of chunkNote(note, {
          budget,
          targetTokens,
          countTokens: COUNTERS[counter]!,
        }))
          for (const cut of [start, end]) expect([cut, graphemeFloor(text, cut)]).toEqual([cut, cut]);
      }),
      { numRuns: 600 },
    );
  });

  it('does the same for canvases', () => {
    fc.assert(
      fc.property(
        fc.array(markdownText, { maxLength: 3 }),
        settings,
        (cards, { budget, targetTokens, counter }) => {
          const text = JSON.stringify({ nodes: cards.map((card) => ({ type: 'text', text: card })) });
          const note = parse('canvas', asNotePath('a.canvas'), text);
          const options = { budget, targetTokens, countTokens: COUNTERS[counter]! };
          const chunks = chunkNote(note, options);
          expectSound(note, chunks, budget, options.countTokens);
          expectCovered(note, chunks);
        },
      ),
      { numRuns: 300 },
    );
  });
});
