import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PortolanError } from '../../../common/errors.ts';
import type { SearchInput, SearchResult } from '../../../contract/search.ts';
import { result } from './search.fixture.ts';
import { Seeker } from './seeker.ts';

/** An engine whose answers come when the test says so. */
function world() {
  const asked: {
    input: SearchInput;
    give: (r: SearchResult) => Promise<void>;
    fail: (e: unknown) => Promise<void>;
  }[] = [];
  const aborted: SearchInput[] = [];
  const expressions: string[] = [];
  const settled = async (act: () => void) => {
    act();
    await vi.advanceTimersByTimeAsync(0);
  };
  const engine = {
    search: (input: SearchInput, options?: { signal?: AbortSignal }) =>
      new Promise<SearchResult>((resolve, reject) => {
        options?.signal?.addEventListener('abort', () => aborted.push(input));
        asked.push({
          input,
          give: (r) => settled(() => resolve(r)),
          fail: (e) => settled(() => reject(e)),
        });
      }),
    algebra: async ({ expression }: { expression: string }) => {
      expressions.push(expression);
      return { terms: [], hits: [], leftOut: [], coverage: 1 };
    },
    axis: () => Promise.reject(new PortolanError('AXIS_POLES_ALIKE')),
  };
  const seeker = new Seeker(engine as never);
  const state = () => seeker.store.getState();
  const shown = () => {
    const { found } = state();
    return found?.way === 'search'
      ? found.rows.map((r) => r.note.path + (r.fresh ? '*' : '')).join('')
      : null;
  };
  return { seeker, asked, aborted, expressions, state, shown, last: () => asked.at(-1)! };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('typing', () => {
  it('asks for words at every key, and for meaning once the keys rest', async () => {
    const w = world();
    w.seeker.type('fa');
    await vi.advanceTimersByTimeAsync(50);
    w.seeker.type('faro');
    expect(w.asked.map(({ input }) => [input.query, input.meaning, input.prefix])).toEqual([
      ['fa', false, true],
      ['faro', false, true],
    ]);
    expect(w.aborted.map((input) => input.query)).toEqual(['fa']);
    await w.last().give(result('abc'));
    expect([w.shown(), w.state().pending]).toEqual(['abc', null]);
    await vi.advanceTimersByTimeAsync(200);
    expect(w.last().input).toMatchObject({ query: 'faro', meaning: true });
    expect(w.state().pending).toBe('meaning');
    await w.last().give(result('cxa'));
    expect(w.shown()).toBe('ax*c');
    expect(w.state().found).toMatchObject({ meaning: true });
  });

  it('puts nothing between results that are in use', async () => {
    const w = world();
    w.seeker.type('faro');
    await w.last().give(result('abc'));
    w.seeker.touch(true);
    await vi.advanceTimersByTimeAsync(200);
    await w.last().give(result('xc'));
    expect(w.shown()).toBe('abcx*');
  });

  it('does not show an answer to other words than those that stand there', async () => {
    const w = world();
    w.seeker.type('fa');
    const late = w.last();
    w.seeker.type('mar');
    await late.give(result('abc'));
    expect(w.shown()).toBeNull();
    await w.last().give(result('m'));
    expect(w.shown()).toBe('m');
  });

  it('does not go back from meaning to words that come late', async () => {
    const w = world();
    w.seeker.type('faro');
    const words = w.last();
    await vi.advanceTimersByTimeAsync(200);
    await w.last().give(result('xc'));
    await words.give(result('abc'));
    expect([w.shown(), w.state().pending]).toEqual(['xc', null]);
  });

  it('does not look for the meaning of filters alone', async () => {
    const w = world();
    w.seeker.type('tag:luna');
    await w.last().give(result('ab', { listed: true }));
    await vi.advanceTimersByTimeAsync(500);
    expect(w.asked).toHaveLength(1);
  });

  it('ends when the field is emptied', async () => {
    const w = world();
    w.seeker.type('faro');
    w.seeker.type('');
    await vi.advanceTimersByTimeAsync(500);
    expect(w.asked).toHaveLength(1);
    expect(w.state()).toMatchObject({ found: null, pending: null, error: null });
  });
});

describe('Enter', () => {
  it('finishes the question: whole words, true order', async () => {
    const w = world();
    w.seeker.type('faro');
    await w.last().give(result('abc'));
    w.seeker.submit();
    expect(w.last().input).toMatchObject({ prefix: false, meaning: true });
    await w.last().give(result('cba'));
    expect(w.shown()).toBe('cba');
  });

  it('says what an unfinished question lacks', () => {
    const w = world();
    w.seeker.type('mar tag:');
    expect(w.state().mistake).toBeNull();
    w.seeker.submit();
    expect(w.state().mistake).toMatchObject({ mistake: 'value-missing', start: 4, end: 8 });
  });
});

it('a value at the end that makes no sense is said when the keys rest', async () => {
  const w = world();
  w.seeker.type('lang:zz9');
  expect(w.state().mistake).toBeNull();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(w.state().mistake).toMatchObject({ mistake: 'no-language', start: 5, end: 8 });
  w.seeker.type('lang:e');
  expect(w.state().mistake).toBeNull();
});

it('a quote that stays open is said when the keys rest, beside what it finds', async () => {
  const w = world();
  w.seeker.type('"el mar');
  await w.last().give(result('a'));
  expect(w.state().mistake).toBeNull();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(w.state().mistake).toMatchObject({ mistake: 'quote-open' });
  expect(w.shown()).toBe('a');
  w.seeker.type('"el mar"');
  expect(w.state().mistake).toBeNull();
});

describe('expressions', () => {
  it('are calculated once the keys rest, in the field of words too', async () => {
    const w = world();
    w.seeker.type('[[Faro]] - luz');
    expect(w.asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(w.expressions).toEqual(['[[Faro]] - luz']);
    expect(w.state().found?.way).toBe('algebra');
  });

  it('say what they lack only when the keys rest a while', async () => {
    const w = world();
    w.seeker.choose('algebra');
    w.seeker.type('rey -');
    expect(w.state().mistake).toBeNull();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(w.state().mistake).toMatchObject({ mistake: 'unfinished' });
    w.seeker.type('rey - - x');
    expect(w.state().mistake).toMatchObject({ mistake: 'two-signs' });
  });
});

it('an error is kept with its reason, and asked again when the index changes', async () => {
  const w = world();
  w.seeker.type('faro');
  await w.last().fail(new PortolanError('INDEX_IO', { path: 'x', reason: 'y' }));
  expect(w.state().error).toMatchObject({ code: 'INDEX_IO' });
  w.seeker.changed();
  await w.last().give(result('a'));
  expect([w.shown(), w.state().error]).toEqual(['a', null]);
});

describe('a vault that changes', () => {
  const answered = async () => {
    const w = world();
    w.seeker.type('faro');
    w.seeker.submit();
    await w.last().give(result('abc'));
    return w;
  };
  const order = (w: Awaited<ReturnType<typeof answered>>) => w.shown();

  it('is asked once, when it is calm, and what is said of the same notes is brought up to date in place', async () => {
    const w = await answered();
    const before = w.asked.length;
    for (let i = 0; i < 20; i++) w.seeker.changed();
    await vi.advanceTimersByTimeAsync(700);
    expect(w.asked.length).toBe(before + 1);
    expect(w.last().input).toMatchObject({ query: 'faro', meaning: true });
    await w.last().give(result('acb', { coverage: 0.5 }));
    expect(order(w)).toBe('abc');
    expect(w.state().newer).toBeNull();
    expect(w.state().found?.result.coverage).toBe(0.5);
    // Not again at once, however much changes.
    w.seeker.changed();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(w.asked.length).toBe(before + 1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(w.asked.length).toBe(before + 2);
  });

  it('offers other notes, and moves nothing until they are taken', async () => {
    const w = await answered();
    w.seeker.changed();
    await vi.advanceTimersByTimeAsync(700);
    await w.last().give(result('dab'));
    expect(order(w)).toBe('abc');
    expect(w.state().newer).not.toBeNull();
    w.seeker.take();
    expect([order(w), w.state().newer]).toEqual(['dab', null]);
  });

  it('is shown at once where nothing had been found', async () => {
    const w = world();
    w.seeker.type('faro');
    w.seeker.submit();
    await w.last().give(result(''));
    w.seeker.changed();
    await vi.advanceTimersByTimeAsync(700);
    await w.last().give(result('ab'));
    expect([order(w), w.state().newer]).toEqual(['ab', null]);
  });

  it('has no say in a question that is typed meanwhile', async () => {
    const w = await answered();
    w.seeker.changed();
    await vi.advanceTimersByTimeAsync(700);
    const refresh = w.last();
    w.seeker.type('luna');
    await w.last().give(result('xyz'));
    await refresh.give(result('dab'));
    expect([order(w), w.state().newer]).toEqual(['xyz', null]);
  });

  it('leaves the answer as it is where it cannot be asked', async () => {
    const w = await answered();
    w.seeker.changed();
    await vi.advanceTimersByTimeAsync(700);
    await w.last().fail(new PortolanError('INDEX_IO', { path: 'x', reason: 'y' }));
    expect([order(w), w.state().error]).toEqual(['abc', null]);
  });

  it('is asked for sums too', async () => {
    const w = world();
    w.seeker.type('[[A]] - [[B]]');
    await vi.advanceTimersByTimeAsync(300);
    const before = w.expressions.length;
    w.seeker.changed();
    await vi.advanceTimersByTimeAsync(700);
    expect(w.expressions.length).toBe(before + 1);
    expect(w.state().newer).toBeNull();
  });
});
