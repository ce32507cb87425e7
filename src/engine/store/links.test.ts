import { afterEach, beforeEach, expect, test } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { Bench, noteWrite } from './store.fixture.ts';
import type { LinkResolver, Store } from './types.ts';

let bench: Bench;
let store: Store;
beforeEach(() => {
  bench = new Bench();
  store = bench.open();
});
afterEach(() => bench.close());

const toFile: LinkResolver = ({ target }) =>
  target.endsWith('.png')
    ? { toPath: null, attachment: target }
    : { toPath: asNotePath(`${target}.md`), attachment: null };
const write = (name: string, links: readonly string[] = []) =>
  store.writeNote(noteWrite(`${name}.md`, { links }));

test('links come back as written, with what they resolve to', () => {
  const a = write('a');
  const plain = noteWrite('b.md');
  const link = { kind: 'markdown', target: 'a', alias: 'la A', heading: 'Uno', start: 4, end: 9 } as const;
  const b = store.writeNote({ ...plain, note: { ...plain.note, links: [link] } });
  const record = {
    fromId: b,
    kind: 'markdown',
    target: 'a',
    alias: 'la A',
    heading: 'Uno',
    block: null,
    start: 4,
    end: 9,
    attachment: null,
  };
  expect(store.links.ofNote(b)).toEqual([{ ...record, toId: null }]);
  expect(store.links.resolveAll(toFile)).toEqual([b]);
  expect(store.links.ofNote(b)).toEqual([{ ...record, toId: a }]);
  expect(store.links.to(a)).toEqual([{ ...record, toId: a }]);
});

test('resolving writes and tells only what changed', () => {
  const a = write('a', ['b', 'foto.png', 'nadie']);
  const b = write('b', ['a', 'c']);
  expect(store.links.resolveAll(toFile)).toEqual([a, b]);
  expect(store.links.resolveAll(toFile)).toEqual([]);
  expect(store.links.ofNote(a).map((link) => link.toId ?? link.attachment)).toEqual([b, 'foto.png', null]);
  expect(store.counts()).toMatchObject({ links: 5, unresolvedLinks: 2 });
  const c = write('c');
  expect(store.links.resolveAll(toFile)).toEqual([b]);
  expect(store.links.to(c).map((link) => link.fromId)).toEqual([b]);
});

test('the resolver is told kind, target and where the link stands', () => {
  write('carpeta/a', ['b']);
  const asked: unknown[] = [];
  store.links.resolveAll((link, from) => {
    asked.push([link, from]);
    return { toPath: null, attachment: null };
  });
  expect(asked).toEqual([[{ kind: 'wikilink', target: 'b' }, 'carpeta/a.md']]);
});

test('a resolver that fails leaves all links as they were', () => {
  const a = write('a', ['a', 'b']);
  let calls = 0;
  const failing: LinkResolver = (...args) => {
    if (++calls === 2) throw new Error('broken');
    return toFile(...args);
  };
  expect(() => store.links.resolveAll(failing)).toThrow('broken');
  expect(store.links.ofNote(a).map((link) => link.toId)).toEqual([null, null]);
});

test('pairs hold each pair of notes once per direction, without links to itself', () => {
  const a = write('a', ['b', 'b', 'a', 'nadie']);
  const b = write('b', ['a']);
  store.links.resolveAll(toFile);
  expect(store.links.pairs()).toEqual([
    { fromId: a, toId: b },
    { fromId: b, toId: a },
  ]);
  expect(store.links.pairs(-1, a)).toEqual([{ fromId: a, toId: b }]);
  expect(store.links.pairs(a, b)).toEqual([{ fromId: b, toId: a }]);
});

test('links to a removed note become unresolved; to a moved one stay', () => {
  const a = write('a', ['b', 'c']);
  const b = write('b');
  const c = write('c');
  store.links.resolveAll(toFile);
  store.removeNote(b);
  store.moveNote(c, noteWrite('d.md'));
  expect(store.links.ofNote(a).map((link) => link.toId)).toEqual([null, c]);
});

test('saving a note keeps what its links resolved to; new ones wait', () => {
  const a = write('a', ['b', 'foto.png']);
  const b = write('b');
  store.links.resolveAll(toFile);
  write('a', ['nuevo', 'b', 'foto.png']);
  expect(store.links.ofNote(a).map((link) => link.toId ?? link.attachment)).toEqual([null, b, 'foto.png']);
});

test('ten thousand links in one note', () => {
  const targets = Array.from({ length: 10_000 }, (_, i) => `nota ${i % 100}`);
  for (const target of targets.slice(0, 100)) write(target);
  const hub = write('hub', targets);
  expect(store.links.resolveAll(toFile)).toEqual([hub]);
  expect(store.links.ofNote(hub)).toHaveLength(10_000);
  expect(store.links.pairs()).toHaveLength(100);
});
