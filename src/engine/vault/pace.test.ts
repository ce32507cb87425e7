import type { Stats } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statAll } from './pace.ts';
import { DiskVault } from './vault.fixture.ts';

describe('asking for many files', () => {
  it.each([
    ['a fast disk', 1_000],
    ['a slow disk', 0],
  ])('of %s answers for each, in order, links not followed', async (_, slow) => {
    const names = Array.from({ length: 300 }, (_, i) => `${i}.md`);
    using vault = new DiskVault(Object.fromEntries(names.map((name, i) => [name, 'x'.repeat(i)])));
    vault.remove('7.md');
    if (process.platform !== 'win32') vault.remove('9.md').link('9.md', '100.md');
    const found = await statAll(
      names.map((name) => vault.at(name)),
      slow,
    );
    expect(found).toHaveLength(300);
    expect(found[7]).toMatchObject({ code: 'ENOENT' });
    if (process.platform !== 'win32') expect((found[9] as Stats).isSymbolicLink()).toBe(true);
    for (const i of [0, 8, 150, 299]) expect(found[i]).toMatchObject({ size: i });
  });

  it('of none is none', async () => expect(await statAll([])).toEqual([]));
});
