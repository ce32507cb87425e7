import { describe, expect, it } from 'vitest';
import { createStyle } from '../terminal/style.ts';
import { width } from '../terminal/width.ts';
import { note, passage, relatedNote, relatedResult } from '../testing/contract-data.ts';
import { relatedLines } from './related.ts';

const layout = { style: createStyle(false), columns: 80 };
const here = passage('La atención deja que cada token mire a todos los demás.', ['Idea']);
const there = passage('El transformer apila capas de atención.', ['Capas', 'Atención']);

describe('relatedLines', () => {
  it('shows nearness, place, links, shared words and both passages', () => {
    const result = relatedResult('Mecanismo de atención', [
      relatedNote('Transformer', {
        note: note('Transformer', 'notas/Transformer.md'),
        score: 0.8,
        evidence: [{ here, there, similarity: 0.7 }],
        sharedTerms: [{ term: 'atencion', weight: 1 }],
        reasons: [
          { kind: 'meaning', share: 0.6 },
          { kind: 'words', share: 0.251 },
          { kind: 'links', share: 0.149 },
        ],
        via: [note('Índice')],
        linked: { to: true, from: true },
      }),
    ]);
    expect(relatedLines(result, layout)).toEqual([
      'Mecanismo de atención',
      'Mecanismo de atención.md',
      '',
      ' 1  Transformer                                                   ━━━━━━━━━━ 100',
      '    notas/Transformer.md · linked both ways · closer than 99.3 % of pairs',
      '    meaning 60 % · words 25 %: atención · links 15 %: through Índice',
      '      here  Idea',
      '            “La atención deja que cada token mire a todos los demás.”',
      '     there  Capas › Atención',
      '            “El transformer apila capas de atención.”',
    ]);
  });

  it('gives scores as shares of the best one', () => {
    const lines = relatedLines(
      relatedResult('A', [relatedNote('B', { score: 0.4 }), relatedNote('C', { score: 0.1 })]),
      layout,
    );
    expect(lines.filter((line) => /^ \d/.test(line)).map((line) => line.slice(-15).trim())).toEqual([
      '━━━━━━━━━━ 100',
      '━━━───────  25',
    ]);
  });

  it('says which way a link goes, and every reason with what it rests on', () => {
    const lines = relatedLines(
      relatedResult('A', [
        relatedNote('B', {
          linked: { to: true, from: false },
          via: [note('Hub')],
          mentions: [{ in: 'there', name: 'A', passage: here, at: { start: 0, end: 2 } }],
          sharedTags: ['mar'],
          reasons: [
            { kind: 'links', share: 0.7 },
            { kind: 'names', share: 0.2 },
            { kind: 'tags', share: 0.1 },
          ],
        }),
        relatedNote('C', { linked: { to: false, from: true } }),
        relatedNote('D'),
      ]),
      layout,
    ).join('\n');
    expect(lines).toMatch(
      /B\.md · linked from here · .*\n {4}links 70 %: through Hub · names 20 %: says “A” · tags 10 %: #mar/,
    );
    expect(lines).toMatch(/C\.md · links to here/);
    expect(lines).toMatch(/D\.md · not linked/);
  });

  it('quotes a passage of the asked note once', () => {
    const evidence = [{ here, there, similarity: 0.5 }];
    const lines = relatedLines(
      relatedResult('A', [relatedNote('B', { evidence }), relatedNote('C', { evidence })]),
      layout,
    );
    expect(lines.filter((line) => line.includes('La atención'))).toHaveLength(1);
    expect(lines).toContain('      here  as for 1');
  });

  it('makes the shared words stand out in both passages', () => {
    const result = relatedResult('A', [
      relatedNote('B', {
        evidence: [{ here, there, similarity: 0.7 }],
        sharedTerms: [{ term: 'atencion', weight: 1 }],
      }),
    ]);
    const lines = relatedLines(result, { style: createStyle(true), columns: 80 });
    const strong = createStyle(true).strong('atención');
    expect(lines.filter((line) => line.includes(strong))).toHaveLength(2);
  });

  it('stays within its columns and harmless, whatever the names', () => {
    const odd = note('\u001b[31mred\n笔记'.repeat(20), `${'f/'.repeat(80)}\u0007.md`);
    const result = {
      ...relatedResult('x', [
        relatedNote('y', {
          note: odd,
          evidence: [{ here, there, similarity: 1 }],
          linked: { to: true, from: true },
        }),
      ]),
      note: odd,
    };
    for (const columns of [40, 80, 110])
      for (const line of relatedLines(result, { ...layout, columns })) {
        expect(width(line)).toBeLessThanOrEqual(columns);
        expect(line).not.toMatch(/[\u0000-\u001f]/);
      }
  });

  it('says so where nothing is related', () => {
    expect(relatedLines(relatedResult('A', []), layout).at(-1)).toBe('No related notes.');
  });
});
