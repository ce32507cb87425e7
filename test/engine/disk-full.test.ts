import { describe, expect, it } from 'vitest';
import { openTestEngine } from '../support/engine.ts';
import { proseNote, proseVault } from '../support/prose.ts';
import { mountSmallDisk } from '../support/small-disk.ts';
import { TempVault } from '../support/temp-vault.ts';

describe('a disk that is full while indexing', () => {
  it('is said, keeps what was done, and goes on when there is room', { timeout: 120_000 }, async ({
    skip,
  }) => {
    const long = Array.from({ length: 60 }, (_, i) => proseNote(i)).join('\n');
    using vault = new TempVault({
      ...proseVault(40),
      ...Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`long/${i}.md`, `${i} ${long}`])),
    });
    const disk = mountSmallDisk(vault.dataDir, 2 * 2 ** 20);
    if (!disk) return skip('this system does not let the test mount a small disk');
    try {
      {
        await using engine = await openTestEngine(vault, { threads: 2 });
        await expect(engine.client.index()).rejects.toMatchObject({ code: 'DISK_FULL' });
        const { counts, progress } = await engine.client.status();
        expect(progress.phase).toBe('stopped');
        expect(counts.notes).toBeGreaterThan(0);
        expect(counts.notes).toBeLessThan(190);
        expect((await engine.client.search({ query: 'needle magnetic' })).hits.length).toBeGreaterThan(0);
        disk.grow(256 * 2 ** 20);
        expect(await engine.client.index()).toMatchObject({ failed: 0 });
      }
      await using again = await openTestEngine(vault);
      expect((await again.client.status()).counts).toMatchObject({
        notes: 190,
        indexed: 190,
        waiting: 0,
        failed: 0,
      });
    } finally {
      disk.unmount();
    }
  });
});
