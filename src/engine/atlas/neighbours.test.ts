import { afterEach, beforeEach, expect, it } from 'vitest';
import { SearchBench } from '../search/search.fixture.ts';
import { seeded } from '../search/vectors/made-vectors.ts';
import { NEIGHBOURS, neighboursOf } from './neighbours.ts';

const TOPICS = 12;
const NOTES = 240;

let bench: SearchBench;
beforeEach(() => {
  bench = new SearchBench(undefined, { statics: true });
  const random = seeded(4);
  const word = (topic: number) =>
    random() < 0.5 ? `tema${topic}voz${Math.floor(9 * random())}` : `voz${Math.floor(60 * random())}`;
  for (let i = 0; i < NOTES; i++)
    bench.write({
      [`${i}.md`]: `${Array.from({ length: 18 }, () => word(i % TOPICS)).join(' ')} [[${Math.floor(NOTES * random())}]]`,
    });
});
afterEach(() => bench.close());

/** Share of the true neighbours that are found where only likely ones are compared. */
async function found(): Promise<number> {
  const exact = await neighboursOf(bench.corpus, { few: Infinity });
  const quick = await neighboursOf(bench.corpus, { few: 0 });
  expect(quick.slots).toEqual(exact.slots);
  let [hits, all] = [0, 0];
  for (let at = 0; at < exact.lists.ids.length; at += NEIGHBOURS) {
    const near = new Set(quick.lists.ids.subarray(at, at + NEIGHBOURS));
    for (const id of exact.lists.ids.subarray(at, at + NEIGHBOURS)) {
      if (id >= 0) all++;
      if (id >= 0 && near.has(id)) hits++;
    }
  }
  return hits / all;
}

it('in a large vault are nearly those that all comparisons give, with the same nearness', async () => {
  bench.embed();
  expect(await found()).toBeGreaterThan(0.98);
  const [exact, quick] = [
    await neighboursOf(bench.corpus, { few: Infinity }),
    await neighboursOf(bench.corpus, { few: 0 }),
  ];
  for (let i = 0; i < NOTES; i++)
    expect(quick.lists.similarities[i * NEIGHBOURS]).toBeCloseTo(
      exact.lists.similarities[i * NEIGHBOURS]!,
      5,
    );
});

it('are found too while half of the notes wait for the model', async () => {
  bench.embed(NOTES / 2);
  expect(await found()).toBeGreaterThan(0.95);
});

it('are given up at once when nobody wants them', async () => {
  const stop = new AbortController();
  const work = neighboursOf(bench.corpus, { few: 0, signal: stop.signal, onProgress: () => stop.abort() });
  await expect(work).rejects.toMatchObject({ code: 'CANCELLED' });
});
