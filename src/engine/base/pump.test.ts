import { describe, expect, it } from 'vitest';
import { Pump } from './pump.ts';

describe('Pump', () => {
  it('runs one round at a time and once more for pokes during a round', async () => {
    let running = 0;
    let rounds = 0;
    const gate = Promise.withResolvers<void>();
    const pump = new Pump(async () => {
      expect(++running).toBe(1);
      rounds++;
      await gate.promise;
      running--;
    });
    pump.poke();
    pump.poke();
    pump.poke();
    expect(pump.busy).toBe(true);
    gate.resolve();
    await pump.idle();
    expect(rounds).toBe(2);
    expect(pump.busy).toBe(false);
  });
  it('keeps a failure for whoever waits, until it is poked again', async () => {
    let fail = true;
    const pump = new Pump(async () => {
      if (fail) throw new Error('no');
    });
    pump.poke();
    await expect(pump.idle()).rejects.toThrow('no');
    await expect(pump.idle()).rejects.toThrow('no');
    fail = false;
    pump.poke();
    await expect(pump.idle()).resolves.toBeUndefined();
  });
});
