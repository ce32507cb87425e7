import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Memory } from './memory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portolan-memory-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () =>
  new Memory(folder, (error) => {
    throw error;
  });

describe('what the window remembers', () => {
  it('is there at once, and after the next start', async () => {
    const memory = open();
    expect(await memory.recall('panes')).toBeNull();
    memory.remember('panes', { left: 240 });
    memory.remember('tabs', ['Mareas.md']);
    memory.remember('panes', { left: 260 });
    expect(await memory.recall('panes')).toEqual({ left: 260 });
    await memory.flush();
    const next = open();
    expect(await next.recall('panes')).toEqual({ left: 260 });
    expect(await next.recall('tabs')).toEqual(['Mareas.md']);
  });

  it('is forgotten key by key, or all at once', async () => {
    const memory = open();
    memory.remember('a', 1);
    memory.remember('b', 2);
    await memory.flush();
    memory.remember('a', null);
    await memory.flush();
    expect(await open().recall('a')).toBeNull();
    expect(readFileSync(path.join(folder, 'window.json'), 'utf8')).not.toContain('"a"');
    await memory.clear();
    expect(await open().recall('b')).toBeNull();
  });

  it('leaves alone what another window said meanwhile', async () => {
    const [one, two] = [open(), open()];
    one.remember('a', 1);
    await one.flush();
    two.remember('b', 2);
    await two.flush();
    one.remember('a', 3);
    await one.flush();
    expect(await Promise.all(['a', 'b'].map((key) => open().recall(key)))).toEqual([3, 2]);
  });

  it('refuses a value that is too large, and forgets the oldest when all together are', async () => {
    const memory = open();
    expect(() => memory.remember('huge', 'x'.repeat(300_000))).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    );
    for (let i = 0; i < 12; i++) memory.remember(`k${i}`, 'x'.repeat(200_000));
    await memory.flush();
    const next = open();
    expect(await next.recall('k0')).toBeNull();
    expect(await next.recall('k11')).toHaveLength(200_000);
    expect(readFileSync(path.join(folder, 'window.json'), 'utf8').length).toBeLessThan(2.2 * 1024 * 1024);
  });

  it('is written by itself after a while', async () => {
    const memory = open();
    memory.remember('a', 1);
    await expect.poll(() => open().recall('a')).toBe(1);
    writeFileSync(path.join(folder, 'window.json'), '[["a", 5]]');
    expect(await memory.recall('a')).toBe(5);
  });
});
