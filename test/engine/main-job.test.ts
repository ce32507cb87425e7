import { describe, expect, it } from 'vitest';
import { builtModels, openTestEngine } from '../support/engine.ts';
import { TempVault } from '../support/temp-vault.ts';

const NOTES = {
  'Mareas.md':
    '# Mareas\n\nLa marea sube y baja dos veces al día porque la luna atrae el agua del océano. En la bajamar quedan al descubierto las rocas de la costa.\n',
  'Tides.md':
    '# Tides\n\nThe sea rises and falls twice a day, for the moon pulls the water of the ocean. See [[Moon]].\n',
  'Moon.md':
    '---\naliases: [Luna]\n---\n\nThe moon goes round the earth in a month and pulls at the ocean.\n',
  'Pan/Masa madre.md':
    '# Masa madre\n\nHarina, agua y tiempo: la levadura silvestre hace crecer la masa del pan.\n',
  'Pan/Bread.md':
    '# Bread\n\nFlour, water and salt make the dough; the sourdough rests overnight before the oven.\n',
  'Code.md':
    '# Code\n\n```ts\nconst tide = moon.pull(ocean);\n```\n\nA function that has nothing to do with bread.\n',
};

describe.each(builtModels)('from a folder to related notes, with %s', (model) => {
  it('answers with evidence whose offsets are true', async () => {
    using vault = new TempVault(NOTES);
    await using engine = await openTestEngine(vault, { model });
    const done = await engine.client.index();
    expect(done).toMatchObject({ indexed: 6, failed: 0, skipped: 0 });
    expect(done.embedded).toBeGreaterThanOrEqual(6);

    const answer = await engine.client.related({ note: 'tides' });
    expect(answer.coverage).toBe(1);
    // Code.md says 'tide' and 'ocean' as well: the two are about equally near.
    const moon = answer.results.slice(0, 2).find(({ note }) => note.path === 'Moon.md')!;
    expect(moon.linked).toEqual({ to: true, from: false });
    for (const result of answer.results) {
      expect(result.reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
      for (const { here, there } of result.evidence) {
        expect(NOTES['Tides.md'].slice(here.start, here.end)).toContain('sea rises');
        expect(
          NOTES[result.note.path as keyof typeof NOTES].slice(there.start, there.end).length,
        ).toBeGreaterThan(0);
      }
    }
    const unlinked = await engine.client.related({ note: 'Tides.md', unlinkedOnly: true });
    expect(unlinked.results.map((r) => r.note.path)).not.toContain('Moon.md');
  });

  it('finds by words with accents left out, by title and by meaning', async () => {
    using vault = new TempVault(NOTES);
    await using engine = await openTestEngine(vault, { model });
    await engine.client.index();
    const first = async (query: string) => (await engine.client.search({ query })).hits[0]?.note.path;
    expect(await first('oceano')).toBe('Mareas.md');
    expect(await first('masa madre')).toBe('Pan/Masa madre.md');
    expect(await first('why does the sea level change during the day')).toBe('Tides.md');
    if (model.startsWith('multilingual')) expect(await first('pleamar y bajamar')).toBe('Mareas.md');
  });

  it('costs no embedding to rename, move, revert and re-open', async () => {
    using vault = new TempVault(NOTES);
    {
      await using engine = await openTestEngine(vault, { model });
      await engine.client.index();
      vault.move('Pan/Bread.md', 'Archive/Old bread.md');
      expect(await engine.client.index()).toMatchObject({ renamed: 1, embedded: 0, indexed: 0, removed: 0 });
      expect((await engine.client.related({ note: 'Old bread' })).note.path).toBe('Archive/Old bread.md');

      vault.write({ 'Moon.md': 'Something else altogether, about cheese.\n' });
      expect(await engine.client.index()).toMatchObject({ indexed: 1, embedded: 1 });
      vault.write({ 'Moon.md': NOTES['Moon.md'] });
      expect(await engine.client.index()).toMatchObject({ indexed: 1, embedded: 0, reused: 1 });
    }
    await using again = await openTestEngine(vault, { model });
    expect(await again.client.index()).toMatchObject({ indexed: 0, embedded: 0, unchanged: 6 });
    expect((await again.client.status()).counts).toMatchObject({ notes: 6, waiting: 0, indexed: 6 });
  });
});
