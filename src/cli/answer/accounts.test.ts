import { describe, expect, it } from 'vitest';
import { createStyle } from '../terminal/style.ts';
import { width } from '../terminal/width.ts';
import { entry, indexResult, progress, status } from '../testing/contract-data.ts';
import { indexResultLines } from './index-result.ts';
import { ledgerLines } from './ledger.ts';
import { noticeLines } from './notices.ts';
import { statusLines } from './status.ts';

const style = createStyle(false);
const layout = { style, columns: 80 };

describe('indexResultLines', () => {
  it('counts what changed and what did not', () => {
    const result = indexResult({
      indexed: 3,
      unchanged: 100,
      renamed: 2,
      removed: 1,
      embedded: 12,
      reused: 4,
    });
    expect(indexResultLines(result, style, 'portolan ledger v')).toEqual([
      '105 notes in the index after 0.4 s: 3 new or changed, 2 renamed, 1 removed.',
      '12 passages embedded, 4 taken from what was there.',
    ]);
  });

  it('never passes over what failed', () => {
    const lines = indexResultLines(indexResult({ unchanged: 1, failed: 2, skipped: 1 }), style, ':ledger');
    expect(lines).toEqual([
      '1 note in the index after 0.4 s: nothing changed.',
      '2 notes failed: “:ledger” says why.',
      '1 file left out: “:ledger” says why.',
    ]);
  });
});

describe('statusLines', () => {
  it('says where the index lies and how far it is', () => {
    expect(statusLines(status(), layout)).toEqual([
      'Vault     /home/ada/Notes',
      'Index     /home/ada/.local/share/portolan/notes.sqlite (12.3 MB)',
      'Model     multilingual-e5-small, 8-bit',
      'Notes     1,234  1,200 indexed, 30 waiting for vectors, 3 left out, 1 failed',
      'Passages  4,000, 75 % with a vector',
      'Links     2 links, 7 to notes that do not exist',
    ]);
  });

  it('says what goes on now', () => {
    expect(statusLines(status({ progress: progress() }), layout).at(-1)).toMatch(/^Reading: 2,950 of/);
  });
});

describe('noticeLines', () => {
  it('says what is lost with the English model', () => {
    const fallback = status({ model: { ...status().model, fallback: true } });
    expect(noticeLines(fallback, style).join(' ')).toMatch(/English one is in use.*npm run models/);
  });

  it('passes on what happened to the engine', () => {
    const notices = [
      { code: 'INDEX_IN_USE' as const, params: {}, what: 'Another Portolan…', todo: 'Read here.' },
    ];
    expect(noticeLines(status({ notices }), style)).toEqual(['Another Portolan…', 'Read here.']);
    expect(noticeLines(status(), style)).toEqual([]);
  });
});

describe('ledgerLines', () => {
  it('puts what failed first, and says why', () => {
    const lines = ledgerLines(
      [
        entry('odd.md', { oddities: ['invalid-utf8', 'nul-bytes'] }),
        entry('bad\u001b.md', {
          outcome: 'failed',
          code: 'NOTE_FAILED',
          what: 'It broke.',
          todo: 'Report it.',
        }),
      ],
      layout,
    );
    expect(lines).toEqual([
      '1 file failed',
      '  bad␛.md',
      '    It broke.',
      '    Report it.',
      '',
      '1 file indexed, though odd',
      '  odd.md',
      '    odd: invalid-utf8, nul-bytes',
    ]);
  });

  it('names a file once', () => {
    const what = 'a.md is excluded by “a*”.';
    const lines = ledgerLines([entry('a.md', { outcome: 'skipped', code: 'FILE_EXCLUDED', what })], layout);
    expect(lines).toEqual(['1 file left out', `  ${what}`]);
  });

  it('stays within its columns', () => {
    const long = entry('p/'.repeat(100), {
      outcome: 'skipped',
      code: 'FILE_EXCLUDED',
      what: 'w '.repeat(200),
    });
    for (const line of ledgerLines([long], layout)) expect(width(line)).toBeLessThanOrEqual(80);
  });
});
