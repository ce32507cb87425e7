import { describe, expect, it } from 'vitest';
import { createMemory, short } from './remember.ts';

function fakeHost() {
  const kept = new Map<string, unknown>();
  const told: string[] = [];
  const host = {
    recall: async ({ key }: { key: string }) => kept.get(key) ?? null,
    remember: async ({ key, value }: { key: string; value?: unknown }) => {
      told.push(key);
      kept.set(key, value);
    },
  };
  return { kept, told, host: host as unknown as Parameters<typeof createMemory>[0] };
}

describe('what the page remembers', () => {
  it('is told once it rests, only the last of it', async () => {
    const { kept, told, host } = fakeHost();
    const memory = createMemory(host, 5);
    memory.remember('sizes', 1);
    memory.remember('sizes', 2);
    memory.remember('tabs', 'x');
    expect(told).toEqual([]);
    await expect.poll(() => told.toSorted()).toEqual(['sizes', 'tabs']);
    expect(kept.get('sizes')).toBe(2);
    expect(await memory.recall('sizes')).toBe(2);
  });

  it('is told at once when the page goes', () => {
    const { told, host } = fakeHost();
    const memory = createMemory(host, 60_000);
    memory.remember('tabs', 'x');
    memory.flush();
    expect(told).toEqual(['tabs']);
  });

  it('is nothing where the host cannot say', async () => {
    const host = {
      recall: () => Promise.reject(new Error('gone')),
      remember: () => Promise.reject(new Error('gone')),
    };
    const memory = createMemory(host as unknown as Parameters<typeof createMemory>[0], 1);
    expect(await memory.recall('tabs')).toBeNull();
    memory.remember('tabs', 1);
    memory.flush();
  });

  it('has a short key for a long path, another one for another path', () => {
    const long = `tabs /${'carpeta/'.repeat(60)}`;
    expect(short('tabs /home/ana/notas')).toBe('tabs /home/ana/notas');
    expect(short(long).length).toBeLessThanOrEqual(200);
    expect(short(`${long}a`)).not.toBe(short(`${long}b`));
    expect(short(`a${long}`)).not.toBe(short(`b${long}`));
  });
});
