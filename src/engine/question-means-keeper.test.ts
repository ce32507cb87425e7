import { afterEach, beforeEach, expect, test } from 'vitest';
import { QuestionMeansKeeper } from './question-means-keeper.ts';
import { SEA_AND_BREAD, SearchBench } from './search/search.fixture.ts';
import { search } from './search/search.ts';

let bench: SearchBench;
let keeper: QuestionMeansKeeper;
let asked: string[];
beforeEach(() => {
  bench = new SearchBench();
  bench.write(SEA_AND_BREAD);
  bench.embed();
  asked = [];
  keeper = keeperOf();
});
afterEach(async () => {
  await keeper.close();
  await bench.close();
});

function keeperOf({ model = 'tiny', wait = Promise.resolve() } = {}) {
  return new QuestionMeansKeeper({
    store: bench.store,
    model,
    embedder: async () => ({
      embed: async (texts, { kind, signal }) => {
        asked.push(...texts.map((text) => `${kind} ${text}`));
        await Promise.race([wait, aborted(signal)]);
        return bench.model.embed(texts, { kind });
      },
    }),
  });
}

const aborted = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

const meanOf = ({ current }: QuestionMeansKeeper) => current.of('es', bench.model.queryMean);

test('titles are asked as questions once the index is settled, not before', async () => {
  await keeper.settled();
  expect(asked).toEqual([]);
  keeper.listener.idle();
  await keeper.settled();
  expect(asked).toContain('query Barcos');
  expect(meanOf(keeper)).not.toEqual(bench.model.queryMean);
});

test('a question does not wait for them: it is answered with what there is', async () => {
  const never = new Promise<void>(() => {});
  const slow = keeperOf({ wait: never });
  slow.listener.idle();
  const { hits } = await search(bench.corpus, bench.model, 'felino buque', { limit: 3, means: slow.current });
  expect(hits.length).toBeGreaterThan(0);
  expect(meanOf(slow)).toBe(bench.model.queryMean);
  await slow.close(); // and neither does whoever closes the vault
});

test('they are kept with the index, and made anew only when many notes came or went', async () => {
  keeper.listener.idle();
  await keeper.settled();
  const [made, times] = [meanOf(keeper), asked.length];
  const next = keeperOf();
  expect(meanOf(next)).toEqual(made);
  next.listener.idle();
  await next.settled();
  expect(asked).toHaveLength(times);
  bench.write({
    'Ola.md': 'La ola rompe en la orilla del mar.',
    'Red.md': 'La red de pesca se seca al sol.',
  });
  next.listener.idle();
  await next.settled();
  expect(asked.slice(times)).toContain('query Ola');
  await next.close();
});

test('another model’s are not taken', async () => {
  keeper.listener.idle();
  await keeper.settled();
  expect(meanOf(keeperOf({ model: 'other' }))).toBe(bench.model.queryMean);
});

test('a model that fails leaves what there is', async () => {
  bench.model.failure = new Error('out of memory');
  keeper.listener.idle();
  await keeper.settled();
  expect(meanOf(keeper)).toBe(bench.model.queryMean);
});
