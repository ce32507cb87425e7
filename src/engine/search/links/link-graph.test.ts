import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NoteTable } from '../note-table.ts';
import { LinkGraph } from './link-graph.ts';
import { passedBy, passingNotes, passOn } from './pass-on.ts';

/** Notes 1..n in slots 0..n-1, with links from → to by id. */
function world(n: number, links: readonly (readonly [number, number])[]) {
  const notes = new NoteTable();
  for (let id = 1; id <= n; id++) notes.put(id, 'und');
  const graph = new LinkGraph(notes);
  for (const [from, pairs] of Map.groupBy(links, ([from]) => from))
    graph.set(
      from,
      pairs.map(([, to]) => to),
    );
  return { notes, graph };
}

const neighbourIds = ({ notes, graph }: ReturnType<typeof world>, id: number): number[] =>
  [...graph.neighbours(notes.slotOf(id)!)].map((slot) => notes.idOf(slot)).sort((a, b) => a - b);

test('neighbours are those of either direction, each once, never the note itself', () => {
  const w = world(5, [
    [1, 2],
    [2, 1],
    [1, 1],
    [3, 1],
    [1, 4],
    [1, 4],
  ]);
  expect(neighbourIds(w, 1)).toEqual([2, 3, 4]);
  expect(neighbourIds(w, 4)).toEqual([1]);
  expect(neighbourIds(w, 5)).toEqual([]);
  expect([w.graph.linksTo(3, 1), w.graph.linksTo(1, 3)]).toEqual([true, false]);
});

test('links to a note that goes lie dormant until it comes back', () => {
  const w = world(3, [
    [1, 2],
    [3, 2],
  ]);
  w.notes.remove(2);
  w.graph.touch();
  expect(neighbourIds(w, 1)).toEqual([]);
  w.notes.put(2, 'es');
  w.graph.touch();
  expect(neighbourIds(w, 2)).toEqual([1, 3]);
});

test('links to notes that are not known do no harm', () => {
  const w = world(2, [
    [1, 99],
    [98, 1],
  ]);
  expect(neighbourIds(w, 1)).toEqual([]);
});

test('any set of links gives the neighbours that a plain set gives', () => {
  const link = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(fc.array(link, { maxLength: 60 }), (links) => {
      const w = world(12, links);
      for (let id = 1; id <= 12; id++) {
        const expected = new Set<number>();
        for (const [from, to] of links) {
          if (from === id && to !== id) expected.add(to);
          if (to === id && from !== id) expected.add(from);
        }
        expect(neighbourIds(w, id)).toEqual([...expected].sort((a, b) => a - b));
      }
    }),
  );
});

test('a note passes its squared similarity on to its neighbours, the less the more it has', () => {
  // Slot 0 asks; 1 links with 2, 3, 4 and 5; 6 links with 2.
  const { graph } = world(7, [
    [2, 3],
    [2, 4],
    [2, 5],
    [6, 2],
    [7, 3],
  ]);
  const passing = passingNotes(graph, Float32Array.of(0, 0.8, 0, 0, 0, 0, 0.5), 0);
  const passed = passOn(graph, passing, 0, 7);
  expect(passed[2]).toBeCloseTo(0.64 / 2 + 0.25);
  expect(passed[3]).toBeCloseTo(0.64 / 2);
  expect(passed[1]).toBe(0);
  expect(passedBy(graph, passing, 2).map(({ slot }) => slot)).toEqual([1, 6]);
});

test('a note that the asked one links with passes its links on too, the asked note itself left out', () => {
  // Slot 0 links with 1, which links with 2; nothing is known to be similar but 3.
  const { graph } = world(4, [
    [1, 2],
    [2, 3],
  ]);
  const similarity = Float32Array.of(0, 0, 0, 0.5);
  const passing = passingNotes(graph, similarity, 0);
  const passed = passOn(graph, passing, 0, 4);
  expect(passing.map(({ slot }) => slot)).toEqual([1]);
  expect(passed[2]).toBeCloseTo((0.8 * 0.5) ** 2);
  expect(passed[0]).toBe(0);
});
