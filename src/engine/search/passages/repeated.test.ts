import { describe, expect, test } from 'vitest';
import { SearchBench } from '../search.fixture.ts';
import { Repeated } from './repeated.ts';

interface Row {
  readonly id: number;
  readonly noteId: number;
  readonly hash: string;
}

const inNotes = (hash: string, noteIds: readonly number[], firstId: number): Row[] =>
  noteIds.map((noteId, i) => ({ id: firstId + i, noteId, hash }));

describe('what a passage counts', () => {
  const rows = [...inNotes('few', [1, 2, 3, 4], 10), ...inNotes('many', [1, 2, 3, 4, 5, 6, 7, 8], 20)];
  const source = (all: readonly Row[]) => ({
    repeated: (least: number) =>
      all.filter(({ hash }) => all.filter((row) => row.hash === hash).length >= least),
  });
  const counted = (all: readonly Row[] = rows) => {
    const repeated = new Repeated();
    const touched = repeated.count({ version: 1, count: 8 }, source(all));
    return { repeated, touched };
  };

  test('is less the more notes have the very same, beyond a few', () => {
    const { repeated, touched } = counted();
    expect([10, 20, 99].map((id) => repeated.shareOf(id))).toEqual([1, 0.5, 1]);
    expect([...touched].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('a note that says the same over and over is one note', () => {
    const { repeated } = counted(inNotes('again', [1, 1, 1, 1, 1, 1], 30));
    expect(repeated.shareOf(30)).toBe(1);
  });

  test('a passage that is added counts as those that say the same; an id that comes again is a new passage', () => {
    const { repeated } = counted();
    repeated.put(77, 'many');
    expect(repeated.shareOf(77)).toBe(0.5);
    repeated.put(77, 'other');
    expect(repeated.shareOf(77)).toBe(1);
  });

  test('counted anew, only notes for which something changed are named', () => {
    const { repeated } = counted();
    expect(repeated.count({ version: 2, count: 8 }, source(rows)).size).toBe(0);
    const more = [...rows, ...inNotes('new', [1, 2, 3, 4, 5], 60)];
    expect([...repeated.count({ version: 3, count: 8 }, source(more))].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(repeated.count({ version: 4, count: 8 }, source(rows)).size).toBe(0);
    expect(repeated.shareOf(60)).toBe(1);
  });

  test('it is stale until it was counted, and when an eighth of the notes has changed', () => {
    expect(new Repeated().isStale(0, 0)).toBe(true);
    const { repeated } = counted();
    expect([repeated.isStale(1, 8), repeated.isStale(2, 8), repeated.isStale(3, 8)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

test('a corpus that follows its changes and one made anew count the same', async () => {
  const bench = new SearchBench();
  const footer = '\n\n## Licence\n\nShared under the licence that all of these pages have.';
  const names = ['mar', 'pan', 'sol', 'luz', 'sal', 'red'];
  for (const name of names) bench.write({ [`${name}.md`]: `Something on ${name}.${footer}` });
  bench.embed();
  await bench.corpus.settled();
  const fresh = await bench.fresh();
  const shares = (corpus: typeof fresh) =>
    names.map((name) =>
      bench.store.chunks.ofNote(bench.id(`${name}.md`)).map(({ id }) => corpus.repeated.shareOf(id)),
    );
  expect(shares(bench.corpus)).toEqual(names.map(() => [1, 4 / 6]));
  expect(shares(fresh)).toEqual(shares(bench.corpus));
  const slots = names.map((name) => fresh.notes.slotOf(bench.id(`${name}.md`))!);
  const sum = fresh.passages.sumOf(slots[0]!);
  for (const [i, x] of bench.corpus.passages.sumOf(bench.corpus.notes.slotOf(bench.id('mar.md'))!).entries())
    expect(x).toBeCloseTo(sum[i]!, 1);
  fresh.close();
  await fresh.settled();
  await bench.close();
});
