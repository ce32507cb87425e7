import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteEntry } from '../../contract/notes.ts';
import { mergeNotes, Pending } from './merge-notes.ts';

const note = (path: string, modified = 0): NoteEntry => ({
  path,
  title: path,
  language: 'es',
  kind: 'markdown',
  aliases: [],
  tags: [],
  size: 1,
  modified,
  created: 0,
  date: null,
});
const merge = (list: readonly NoteEntry[], asked: string[], found: readonly NoteEntry[]) =>
  mergeNotes(list, new Set(asked), found);

describe('a list that is told of some of its notes', () => {
  const list = ['a', 'c', 'e'].map((path) => note(path));

  it('has them as they are now', () => {
    expect(merge(list, ['c'], [note('c', 7)])).toEqual([note('a'), note('c', 7), note('e')]);
  });

  it('gets those that are new in their place, and loses those that are not found', () => {
    expect(merge(list, ['c', 'd'], [note('d')]).map(({ path }) => path)).toEqual(['a', 'd', 'e']);
    expect(merge(list, ['z', '0'], [note('z'), note('0')]).map(({ path }) => path)).toEqual([
      '0',
      'a',
      'c',
      'e',
      'z',
    ]);
    expect(merge(list, ['a', 'c', 'e'], [])).toEqual([]);
  });

  it('is the very same list where nothing changed, so that nothing is drawn anew', () => {
    expect(merge(list, ['c', 'gone'], [note('c')])).toBe(list);
  });

  it('is what the whole list would be, whatever happens to a vault', () => {
    const vault = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefghñ'), fc.nat(3)), {
      selector: ([p]) => p,
    });
    const entries = (notes: readonly (readonly [string, number])[]) =>
      notes.map(([path, modified]) => note(path, modified)).sort((a, b) => (a.path < b.path ? -1 : 1));
    fc.assert(
      fc.property(vault, vault, (before, after) => {
        const [old, now] = [entries(before), entries(after)];
        const text = (n: NoteEntry) => `${n.path} ${n.modified}`;
        const known = new Set(old.map(text));
        const asked = new Set([
          ...now.filter((n) => !known.has(text(n))).map(({ path }) => path),
          ...old.filter((n) => !now.some(({ path }) => path === n.path)).map(({ path }) => path),
        ]);
        expect(
          mergeNotes(
            old,
            asked,
            now.filter(({ path }) => asked.has(path)),
          ),
        ).toEqual(now);
      }),
    );
  });

  it('costs little in a large vault', () => {
    const large = Array.from({ length: 50_000 }, (_, i) => note(`n${String(i).padStart(6, '0')}`));
    const before = process.cpuUsage();
    for (let i = 0; i < 20; i++) merge(large, ['n025000'], [note('n025000', i + 1)]);
    expect(process.cpuUsage(before).user / 1000 / 20).toBeLessThan(60);
  });
});

describe('what has to be asked about', () => {
  const changes = (changed: string[], removed: string[] = [], everything = false) => ({
    changed,
    removed,
    everything,
  });

  it('is all at first, then what changed and what left, once', () => {
    const pending = new Pending();
    expect(pending.take()).toBe('all');
    pending.add(changes(['b'], ['a']));
    pending.add(changes(['b', 'c']));
    expect(pending.take()).toEqual(new Set(['b', 'a', 'c']));
    expect(pending.take()).toEqual(new Set());
  });

  it('is all once it is too much to name, or was never known', () => {
    const pending = new Pending();
    pending.take();
    pending.add(changes(Array.from({ length: 300 }, (_, i) => `n${i}`)));
    pending.add(changes(['x']));
    expect(pending.take()).toBe('all');
    pending.add(changes([], [], true));
    expect(pending.take()).toBe('all');
  });
});
