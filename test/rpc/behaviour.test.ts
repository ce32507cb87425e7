import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeAxis } from '../../src/common/axis-places.ts';
import { PortolanError } from '../../src/common/errors.ts';
import type { Progress } from '../../src/contract/status.ts';
import { SMALL } from '../support/engine.ts';
import { proseVault } from '../support/prose.ts';
import { TempVault } from '../support/temp-vault.ts';
import { type Connected, transports } from './transports.ts';

const coded = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(PortolanError);
  return error as PortolanError;
};

describe.each(Object.entries(transports))('an engine reached by %s', (name, connect) => {
  let vault: TempVault;
  let way: Connected;
  const settings = () => ({ vault: vault.root, dataDir: vault.dataDir, model: SMALL, threads: 1 });

  beforeAll(async () => {
    vault = new TempVault({
      ...proseVault(12),
      'Mareas.md': '# Mareas\n\nLa Luna levanta el mar dos veces al día. [[Luna]]\n',
      'Luna.md': '# Luna\n\nLa Luna tira del mar y levanta las mareas.\n',
    });
    way = await connect(settings());
  }, 60_000);
  afterAll(async () => {
    await way.close();
    vault[Symbol.dispose]();
  });

  it('indexes, and streams how far it is', { timeout: 60_000 }, async () => {
    const seen: Progress[] = [];
    const listening = new AbortController();
    const listener = (async () => {
      for await (const progress of await way.client.progress(undefined, { signal: listening.signal }))
        seen.push(progress);
    })();
    const { indexed } = await way.client.index();
    expect(indexed).toBe(14);
    listening.abort();
    await listener.catch((error) => expect(error).toMatchObject({ code: 'CANCELLED' }));
    expect(seen.map((p) => p.notes.done).toSorted((a, b) => a - b)).toEqual(seen.map((p) => p.notes.done));
    expect(seen.at(-1)?.notes.total).toBe(14);
  });

  it('answers with the evidence', async () => {
    const { results } = await way.client.related({ note: 'Mareas' });
    expect(results[0]!.note.path).toBe('Luna.md');
    expect(results[0]!.evidence[0]!.there.text).toContain('tira del mar');
    expect(results[0]!.linked).toEqual({ to: true, from: false });
  });

  it('answers many questions at once, each with its own answer', async () => {
    const notes = ['Mareas', 'Luna'];
    const asked = Array.from({ length: 20 }, (_, i) => notes[i % 2]!);
    const answers = await Promise.all(asked.map((note) => way.client.related({ note, limit: 3 })));
    expect(answers.map((answer) => answer.note.title)).toEqual(asked);
  });

  it('says what is around a note, and how it is tied to it', async () => {
    const { notes, ties } = await way.client.neighbourhood({ note: 'Mareas', limit: 8 });
    expect(notes.slice(0, 2).map(({ note }) => note.path)).toEqual(['Mareas.md', 'Luna.md']);
    expect(ties[0]).toMatchObject({ from: 0, to: 1, linked: { to: true, from: false } });
  });

  it('sends where all notes lie between two poles as bytes', async () => {
    const sent = await way.client.axisPlaces({ from: 'luna', to: '[[Mareas]]' });
    const { paths, positions } = decodeAxis(await sent.arrayBuffer());
    expect(paths).toHaveLength(14);
    expect(positions[paths.indexOf('Mareas.md')]).toBe(1);
  });

  it('rejects with the code and what belongs to it', async () => {
    const error = await coded(way.client.related({ note: 'Atlantis' }));
    expect(error).toMatchObject({ code: 'NOTE_NOT_FOUND', params: { name: 'Atlantis' } });
    expect(error.todo).not.toBe('');
  });

  it('refuses input of another shape, and says where', async () => {
    const error = await coded(way.client.related({ note: 'Mareas', limit: -1 }));
    expect(error).toMatchObject({ code: 'INPUT_INVALID' });
    expect(error.message).toContain('limit');
  });

  it('stops what is cancelled', async () => {
    const error = await coded(way.client.index(undefined, { signal: AbortSignal.abort() }));
    expect(error.code).toBe('CANCELLED');
    await expect(way.client.status()).resolves.toMatchObject({ counts: { notes: 14 } });
  });

  it('stops listening when the listener leaves', async () => {
    for (let i = 0; i < 3; i++)
      for await (const progress of await way.client.progress()) {
        expect(progress.notes.failed).toBe(0);
        break;
      }
    await expect(way.client.status()).resolves.toMatchObject({ writer: true });
  });

  it.skipIf(name === 'in-process')('says so when the other side is gone', async () => {
    const listener = (async () => {
      for await (const _ of await way.client.progress());
    })();
    await way.client.status();
    way.cut!();
    const outcome = await coded(listener);
    expect(outcome.code).toBe('ENGINE_GONE');
    expect((await coded(way.client.status())).code).toBe('ENGINE_GONE');
  });
});
