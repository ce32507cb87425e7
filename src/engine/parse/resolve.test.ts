import { describe, expect, it } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import type { LinkKind } from './note.ts';
import { createResolver } from './resolve.ts';

function world(notes: Record<string, string[]> | string[], attachments: string[] = []) {
  const entries = Array.isArray(notes) ? notes.map((n) => [n, []] as const) : Object.entries(notes);
  const resolve = createResolver({
    notes: entries.map(([path, aliases]) => ({ path: asNotePath(path), aliases })),
    attachments,
  });
  return (target: string, from = 'Home.md', kind: LinkKind = 'wikilink') => {
    const found = resolve({ kind, target }, asNotePath(from));
    return found.toPath ?? found.attachment;
  };
}

describe('wikilinks', () => {
  it('finds by name wherever the note lies', () => {
    const find = world(['Home.md', 'a/b/Note.md', 'x/Other.canvas', 'y/Page.mdx', 'z/Old.markdown']);
    expect(find('Note')).toBe('a/b/Note.md');
    expect(find('Note.md')).toBe('a/b/Note.md');
    expect(find('b/Note')).toBe('a/b/Note.md');
    expect(find('a/b/Note')).toBe('a/b/Note.md');
    expect(find('/a/b/Note')).toBe('a/b/Note.md');
    expect(find('Other')).toBe('x/Other.canvas');
    expect(find('Other.canvas')).toBe('x/Other.canvas');
    expect(find('Page')).toBe('y/Page.mdx');
    expect(find('Old')).toBe('z/Old.markdown');
  });

  it('does not take the end of a name for the name, nor the wrong folder', () => {
    const find = world(['a/My Note.md', 'a/Note.md']);
    expect(find('ote')).toBeNull();
    expect(find('b/Note')).toBeNull();
    expect(find('/Note')).toBe('a/Note.md');
  });

  it('takes an exact path first, then the same folder, then the shortest path, then the alphabet', () => {
    const find = world([
      'Note.md',
      'a/Note.md',
      'a/deep/Note.md',
      'b/Note.md',
      'b/x.md',
      'b/Only.md',
      'c/Only.md',
    ]);
    expect(find('Note', 'b/x.md')).toBe('Note.md');
    expect(find('a/Note', 'b/x.md')).toBe('a/Note.md');
    expect(find('Only', 'c/y.md')).toBe('c/Only.md');
    expect(find('Only', 'z.md')).toBe('b/Only.md');
    const nested = world(['one/two/T.md', 'aa/T.md', 'one/x.md']);
    expect(nested('T', 'one/x.md')).toBe('one/two/T.md');
    expect(nested('T', 'home.md')).toBe('aa/T.md');
  });

  it('ignores case and normal forms, and prefers the spelling of the link', () => {
    const find = world(['Café.md', 'a/note.md', 'a/Note.md']);
    expect(find('CAFE\u0301')).toBe('Café.md');
    expect(find('Note')).toBe('a/Note.md');
    expect(find('note')).toBe('a/note.md');
    expect(find('a/note')).toBe('a/note.md');
    expect(find('NOTE')).toBe('a/Note.md');
    expect(find('Cafe')).toBeNull();
  });

  it('follows relative paths, and looks for the name where they lead nowhere', () => {
    const find = world(['a/b/N.md', 'a/M.md', 'M.md']);
    expect(find('./N', 'a/b/x.md')).toBe('a/b/N.md');
    expect(find('../M', 'a/b/x.md')).toBe('a/M.md');
    expect(find('../../M', 'a/b/x.md')).toBe('M.md');
    expect(find('../gone/N', 'a/b/x.md')).toBeNull();
    expect(find('../N', 'q/x.md')).toBe('a/b/N.md');
    expect(find('../../../../M', 'a/x.md')).toBe('M.md');
  });

  it('knows names with dots', () => {
    const find = world(['v1.2 notes.md', 'a.b.md']);
    expect(find('v1.2 notes')).toBe('v1.2 notes.md');
    expect(find('a.b')).toBe('a.b.md');
  });

  it('comes to aliases last', () => {
    const find = world({ 'a/Uno.md': ['Primero', 'Dos'], 'Dos.md': [], 'b/Tres.md': ['primero'] });
    expect(find('dos')).toBe('Dos.md');
    expect(find('PRIMERO', 'b/x.md')).toBe('b/Tres.md');
    expect(find('Primero', 'a/x.md')).toBe('a/Uno.md');
  });

  it('leads to the note itself where the target is empty', () => {
    expect(world([])('', 'a/b.md')).toBe('a/b.md');
  });

  it('leaves what is nowhere unresolved', () => {
    const find = world(['A.md']);
    for (const target of ['B', '.', '..', '/', '../..', 'A/', ' ', 'constructor', '__proto__', '#'])
      expect([target, find(target)]).toEqual([
        target,
        target === 'A/' ? 'A.md' : target === ' ' ? 'Home.md' : null,
      ]);
  });
});

describe('attachments', () => {
  it('are found by path and by name with extension', () => {
    const find = world(['img.md'], ['files/img.png', 'b/a b.pdf']);
    expect(find('img.png', 'Home.md', 'embed')).toBe('files/img.png');
    expect(find('a b.pdf')).toBe('b/a b.pdf');
    expect(find('../files/IMG.png', 'b/x.md', 'markdown-embed')).toBe('files/img.png');
    expect(find('img', 'Home.md', 'embed')).toBe('img.md');
  });
});

describe('Markdown links', () => {
  it('start at the folder of the note, then at the root, then anywhere', () => {
    const find = world(['a/N.md', 'N.md', 'c/O.md', 'c/d/P.md']);
    expect(find('N.md', 'a/x.md', 'markdown')).toBe('a/N.md');
    expect(find('N.md', 'b/x.md', 'markdown')).toBe('N.md');
    expect(find('/N.md', 'a/x.md', 'markdown')).toBe('N.md');
    expect(find('d/P', 'c/x.md', 'markdown')).toBe('c/d/P.md');
    expect(find('c/O.md', 'a/x.md', 'markdown')).toBe('c/O.md');
    expect(find('O.md', 'a/x.md', 'markdown')).toBe('c/O.md');
  });
});
