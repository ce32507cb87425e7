import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, clipStart, head, padEnd, padStart, width } from './width.ts';

describe('width', () => {
  it('counts columns: wide characters two, combining marks and styles none', () => {
    expect(width('笔记')).toBe(4);
    expect(width('e\u0301')).toBe(1);
    expect(width('\u001b[1mab\u001b[22m')).toBe(2);
    expect(width('👩‍👩‍👧')).toBe(2);
  });
});

describe('clip', () => {
  it('cuts at the end of a title and at the beginning of a path', () => {
    expect(clip('Mecanismo de atención', 12)).toBe('Mecanismo d…');
    expect(clipStart('deep/folders/of/a/vault/Note.md', 12)).toBe('…ult/Note.md');
    expect(clip('short', 5)).toBe('short');
    expect(clip('anything', 0)).toBe('');
  });

  it('never cuts a wide character in two', () => {
    expect(clip('笔记笔记', 6)).toBe('笔记…');
    expect(width(clipStart('笔记笔记', 6))).toBeLessThanOrEqual(6);
  });

  it('fits, whatever the text and the room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, columns) => {
        for (const cut of [clip(text, columns), clipStart(text, columns), head(text, columns)])
          expect(width(cut)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('pad', () => {
  it('fills up by columns, not by characters', () => {
    expect(padEnd('笔记', 6)).toBe('笔记  ');
    expect(padStart('é', 3)).toBe('  é');
    expect(padEnd('longer', 3)).toBe('longer');
  });
});
