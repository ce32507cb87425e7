import { describe, expect, it } from 'vitest';
import { createStyle } from '../terminal/style.ts';
import { width } from '../terminal/width.ts';
import { hit, searchPassage, searchResult } from '../testing/contract-data.ts';
import { searchLines } from './search.ts';

const layout = { style: createStyle(false), columns: 80 };
const found = (...hits: ReturnType<typeof hit>[]) => searchLines(searchResult(hits), layout);

describe('searchLines', () => {
  it('shows nearness, place, what it was found by and the passage', () => {
    const passages = [searchPassage('Spring tides rise highest.', ['Kinds', 'Spring'])];
    expect(found(hit('Tides', { passages, matched: ['tides'] }))).toEqual([
      ' 1  Tides                                                         ━━━━━━━━━━ 100',
      '    Tides.md · by meaning, and tides',
      '    Kinds › Spring',
      '    “Spring tides rise highest.”',
    ]);
  });

  it('tells words, meaning and names apart', () => {
    const facts = (more: Parameters<typeof hit>[1]) => found(hit('A', more))[1];
    expect(facts({ matched: [] })).toBe('    A.md · by meaning');
    expect(facts({ matched: ['a', 'b'], parts: { meaning: 0, words: 1 } })).toBe('    A.md · by a, b');
    expect(facts({ matched: ['a'], passages: [] })).toBe('    A.md · in its name: a');
  });

  it('names the language of a note that is in another than the question', () => {
    const note = { path: 'Marea.md', title: 'Marea', language: 'es' };
    expect(found(hit('Marea', { note, otherLanguage: true }))[1]).toBe(
      '    Marea.md · by meaning · in Spanish',
    );
  });

  it('shows the marked words, and begins a long passage at the sentence that is nearest', () => {
    const text = `${'Nothing of interest here. '.repeat(30)}Neap tides are weak. ${'More. '.repeat(90)}`;
    const start = text.indexOf('Neap');
    const lines = found(
      hit('Tides', { passages: [searchPassage(text, [], { sentence: { start, end: start + 20 } })] }),
    );
    expect(lines.join('\n')).toContain('“… Neap tides are weak.');
    const marks = [{ start: start + 5, end: start + 10 }];
    const strong = searchLines(
      searchResult([hit('Tides', { passages: [searchPassage(text, [], { marks })] })]),
      { style: createStyle(true), columns: 80 },
    );
    expect(strong.join('\n')).toContain(createStyle(true).strong('tides'));
  });

  it('lists what filters alone let through, nearness aside', () => {
    const none = { score: 0, parts: { meaning: 0, words: 0 } };
    expect(
      searchLines(searchResult([hit('Tides', { ...none, passages: [] })], { listed: true }), layout),
    ).toEqual([' 1  Tides', '    Tides.md']);
  });

  it('shows a second passage only when it is nearly as good', () => {
    const passages = (score: number) => [
      searchPassage('The first.'),
      searchPassage('The second.', [], { score }),
    ];
    expect(found(hit('A', { passages: passages(0.95) })).join('\n')).toContain('The second.');
    expect(found(hit('A', { passages: passages(0.5) })).join('\n')).not.toContain('The second.');
  });

  it('says so where nothing is found', () => {
    expect(found()).toEqual(['Nothing found.']);
  });

  it('stays within its columns', () => {
    const long = searchPassage('palabra '.repeat(400), ['h'.repeat(300)]);
    for (const line of found(hit('T'.repeat(300), { passages: [long], matched: ['w'.repeat(200)] })))
      expect(width(line)).toBeLessThanOrEqual(80);
  });
});
