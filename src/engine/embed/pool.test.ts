import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PortolanError } from '../../common/errors.ts';
import { Pool } from './pool.ts';
import type { WorkerSetup } from './protocol.ts';
import { Request } from './request.ts';

/** Faults that a sound model does not have, with a worker script that stages them. */
const SCRIPT = new URL('./fixtures/fake-worker.ts', import.meta.url);
const DIMENSIONS = 4;
const DIES = 666;
const FAILS = 667;
const BAD = 668;
const FAILS_ON_GPU = 669;
const QUICK = { full: '', fast: '' };
const SLOW = { full: 'slow', fast: 'slow' };

const pools: Pool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function open(workers = 1, graphs: WorkerSetup['graphs'] = QUICK) {
  const counters = new Int32Array(new SharedArrayBuffer(8));
  const table = {
    buffer: counters.buffer as SharedArrayBuffer,
    encoding: 'f32',
    dimensions: DIMENSIONS,
    rows: 0,
  } as const;
  const setup = { table, graphs, precision: 'full', intraOpThreads: 1 } as const;
  const pool = new Pool({ setup, workers, model: 'fake', script: SCRIPT });
  pools.push(pool);
  const ask = (...tokens: number[]) => {
    const request = new Request(tokens.length, false);
    pool.add(
      tokens.map((token, index) => ({
        request,
        index,
        ids: Int32Array.of(token, ...new Array(index).fill(0)),
      })),
    );
    return request.promise;
  };
  return {
    pool,
    ask,
    setup,
    runs: () => Atomics.load(counters, 0),
    threads: () => Atomics.load(counters, 1),
  };
}

const vector = (token: number) => new Float32Array(DIMENSIONS).fill(token);

describe('Pool', () => {
  it('gives each text its vector, and null for a bad one', async () => {
    const { ask } = open(2);
    expect(await ask(1, BAD, 3)).toEqual([vector(1), null, vector(3)]);
  });

  it('puts equal lengths into one run', async () => {
    const { pool, runs } = open();
    await pool.ready();
    const request = new Request(8, false);
    pool.add(Array.from({ length: 8 }, (_, index) => ({ request, index, ids: Int32Array.of(index, 0, 0) })));
    expect(await request.promise).toEqual(Array.from({ length: 8 }, (_, token) => vector(token)));
    expect(runs()).toBe(1);
  });

  it('rejects the texts of a run that fails, drops what waits for them, and goes on', async () => {
    const { ask, runs } = open();
    await expect(ask(FAILS, ...new Array(50).fill(1))).rejects.toMatchObject({
      code: 'MODEL_FAILED',
      params: { model: 'fake', reason: 'no such operator' },
    });
    expect(await ask(2)).toEqual([vector(2)]);
    expect(runs()).toBeLessThan(10);
  });

  it('replaces a thread that dies', async () => {
    const { ask, threads } = open();
    for (let i = 0; i < 5; i++) {
      await expect(ask(DIES)).rejects.toMatchObject({ code: 'MODEL_FAILED' });
      expect(await ask(7)).toEqual([vector(7)]);
    }
    expect(threads()).toBe(6);
  });

  it('gives up when threads die again and again, and rejects at once from then on', async () => {
    const { ask, threads } = open();
    for (let i = 0; i < 4; i++) await expect(ask(DIES)).rejects.toMatchObject({ code: 'MODEL_FAILED' });
    await expect(ask(7)).rejects.toMatchObject({
      code: 'MODEL_FAILED',
      params: { reason: 'struck by lightning' },
    });
    expect(threads()).toBe(4);
  });

  it('moves to a worker of another kind, and loses no text by it', async () => {
    const { pool, ask, setup } = open(2);
    await pool.ready();
    const before = Array.from({ length: 100 }, () => ask(5));
    await pool.move({ ...setup, provider: 'webgpu' }, 5, () => {});
    expect(await ask(7)).toEqual([vector(-7)]);
    for (const [got] of await Promise.all(before)) expect([vector(5), vector(-5)]).toContainEqual(got);
  });

  it('gives no text to a worker that is ready only after it was told to end', async () => {
    const { pool, ask, setup } = open(2, SLOW);
    await pool.move({ ...setup, graphs: QUICK, provider: 'webgpu' }, 5, () => {});
    for (let i = 0; i < 100; i++) {
      const answers = await Promise.all([ask(7), ask(7), ask(7)]);
      expect(answers).toEqual(new Array(3).fill([vector(-7)]));
      await setTimeout(5);
    }
  });

  it('stays as it is where the other kind cannot start', async () => {
    const { pool, ask, setup, threads } = open(2);
    await expect(pool.move({ ...setup, provider: 'dml' }, 5, () => {})).rejects.toThrow('no such card');
    expect(await ask(7)).toEqual([vector(7)]);
    await vi.waitFor(() => expect(threads()).toBe(3));
  });

  it.each([FAILS_ON_GPU, DIES])('goes back where the other kind fails again and again: %d', async (token) => {
    const { pool, ask, setup } = open(2);
    const reasons: string[] = [];
    await pool.move({ ...setup, provider: 'webgpu' }, 5, (reason) => reasons.push(reason));
    for (let i = 0; i < 4; i++) await expect(ask(token)).rejects.toMatchObject({ code: 'MODEL_FAILED' });
    expect(await ask(7)).toEqual([vector(7)]);
    expect(reasons).toEqual([token === DIES ? 'struck by lightning' : 'no such operator']);
  });

  it('rejects what waits when it closes, and what comes afterwards', async () => {
    const { pool, ask } = open();
    pool.pause();
    const waiting = Array.from({ length: 2000 }, () => ask(1, 2, 3));
    const closed = pool.close();
    for (const request of waiting) await expect(request).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(ask(1)).rejects.toMatchObject({ code: 'CANCELLED' });
    await closed;
    await pool.close();
  });

  it('says why no worker could start', async () => {
    const table = { buffer: new SharedArrayBuffer(0), encoding: 'f32', dimensions: 4, rows: 0 } as const;
    const graphs = { full: '/nowhere/full.onnx', fast: '/nowhere/fast.onnx' };
    const pool = new Pool({
      setup: { table, graphs, precision: 'full', intraOpThreads: 1 },
      workers: 2,
      model: 'none',
    });
    pools.push(pool);
    await expect(pool.ready()).rejects.toThrow(/nowhere/);
    const request = new Request(1, false);
    pool.add([{ request, index: 0, ids: Int32Array.of(1) }]);
    await expect(request.promise).rejects.toBeInstanceOf(PortolanError);
  });
});
