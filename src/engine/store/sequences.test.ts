import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asNotePath } from '../../common/ids.ts';
import { textHash } from '../base/hash.ts';
import { Bench, noteWrite, vectorOf } from './store.fixture.ts';
import type { Store } from './types.ts';

/** Any sequence of writes against the plainest model of an index: a map from path to what was written last. */

let bench: Bench;
let store: Store;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.close());

interface Note {
  readonly passages: readonly string[];
  readonly links: readonly string[];
}
interface World {
  readonly notes: Map<string, Note>;
  /** Hashes of texts with a vector, and with a mark that there can be none. */
  readonly embedded: Set<string>;
  readonly impossible: Set<string>;
  readonly failed: Set<string>;
}

const emptyWorld = (): World => ({
  notes: new Map(),
  embedded: new Set(),
  impossible: new Set(),
  failed: new Set(),
});

const path = fc.constantFrom('a.md', 'b.md', 'c/a.md', 'd.md');
const passage = fc.constantFrom('ancla', 'barco', 'vela mayor', '深度学习', 'brújula', '');
const note = fc.record({
  passages: fc.array(passage, { maxLength: 5 }),
  links: fc.array(fc.constantFrom('a', 'b', 'd', 'nadie'), { maxLength: 3 }),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), path, note }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), path, to: path }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), path }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), path }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('embed' as const), count: fc.nat(4), bad: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resolve' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(world: World, next: Step): void {
  const idOf = (p: string) => store.notes.byPath(p)?.id;
  switch (next.do) {
    case 'write':
      store.writeNote(noteWrite(next.path, next.note));
      world.notes.set(next.path, next.note);
      world.failed.delete(next.path);
      return;
    case 'move': {
      const moved = world.notes.get(next.path);
      if (!moved) return;
      store.moveNote(idOf(next.path)!, noteWrite(next.to, moved));
      world.notes.delete(next.path);
      world.notes.set(next.to, moved);
      world.failed.delete(next.path);
      world.failed.delete(next.to);
      return;
    }
    case 'remove':
      if (idOf(next.path) !== undefined) store.removeNote(idOf(next.path)!);
      world.notes.delete(next.path);
      return;
    case 'fail':
      store.ledger.record(
        [{ path: next.path, code: 'NOTE_FAILED', params: {}, oddities: [], at: 1 }],
        'failed',
      );
      world.failed.add(next.path);
      return;
    case 'embed': {
      const rows = store.vectors.pending(next.count);
      store.vectors.put(rows.map(({ hash, input }) => ({ hash, vector: next.bad ? null : vectorOf(input) })));
      for (const { hash } of rows) (next.bad ? world.impossible : world.embedded).add(hash);
      return;
    }
    case 'resolve':
      store.links.resolveAll(({ target }) => ({ toPath: asNotePath(`${target}.md`), attachment: null }));
      return;
    case 'reopen':
      store.close();
      store = bench.open();
  }
}

function expectSame(world: World): void {
  const hashes = new Set([...world.notes.values()].flatMap((n) => n.passages.map(textHash)));
  const wanting = [...hashes].filter((hash) => !world.embedded.has(hash) && !world.impossible.has(hash));
  expect(
    store.notes
      .all()
      .map((n) => n.path as string)
      .sort(),
  ).toEqual([...world.notes.keys()].sort());
  for (const [where, { passages, links }] of world.notes) {
    const { id } = store.notes.byPath(where)!;
    expect(store.chunks.ofNote(id).map((c) => c.text)).toEqual(passages);
    expect(store.links.ofNote(id).map((l) => l.target)).toEqual(links);
  }
  expect(
    store.vectors
      .pending(99)
      .map((p) => p.hash)
      .sort(),
  ).toEqual(wanting.sort());
  expect(store.vectors.pendingCount()).toBe(wanting.length);
  expect(new Set([...store.vectors.each()].map((v) => v.hash))).toEqual(world.embedded.intersection(hashes));
  for (const word of ['ancla', 'barco', 'mayor', '学习', 'brujula']) {
    const matching = [...store.chunks.all()].filter(({ id }) =>
      plain(store.chunks.byIds([id])[0]!.text).includes(word),
    );
    expect(
      store.lexical
        .match([word], 99)
        .map((m) => m.chunkId)
        .sort(byNumber),
    ).toEqual(matching.map((c) => c.id).sort(byNumber));
  }
  const waits = (n: Note) => n.passages.some((p) => wanting.includes(textHash(p)));
  const sound = [...world.notes].filter(([where]) => !world.failed.has(where));
  const waiting = sound.filter(([, n]) => waits(n)).length;
  const counts = { indexed: sound.length - waiting, waiting, skipped: 0, failed: world.failed.size };
  expect(store.ledger.counts()).toEqual(counts);
  expect(Object.groupBy(store.ledger.all(), (e) => e.outcome).waiting?.length ?? 0).toBe(waiting);
}

const plain = (text: string): string => text.replace('ú', 'u');
const byNumber = (a: number, b: number): number => a - b;

test('after any sequence of steps the index holds what was written last', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const world = emptyWorld();
      store = bench.open();
      for (const next of steps) {
        take(world, next);
        expectSame(world);
      }
      store.close();
      bench.clear();
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('the world above is not trivially true: it sees a lost note', () => {
  store = bench.open();
  store.writeNote(noteWrite('a.md', { passages: ['ancla'] }));
  expect(() => expectSame(emptyWorld())).toThrow();
});
