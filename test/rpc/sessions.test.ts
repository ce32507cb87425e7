import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../src/contract/status.ts';
import { connectPort } from '../../src/rpc/message-port.ts';
import { SMALL } from '../support/engine.ts';
import { proseVault } from '../support/prose.ts';
import { TempVault } from '../support/temp-vault.ts';
import { until } from '../support/until.ts';
import { type Forked, startForked } from './transports.ts';

/** The smallest picture that is one: a single dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('several clients of one engine’s process', { timeout: 60_000 }, () => {
  let vault: TempVault;
  let forked: Forked;
  const client = () => connectPort(forked.sessions.connect());

  beforeAll(async () => {
    vault = new TempVault({
      ...proseVault(30),
      'Luna.md': '# Luna\n\n![[punto.png]]\n',
      'punto.png': DOT,
    });
    forked = await startForked({ vault: vault.root, dataDir: vault.dataDir, model: SMALL, threads: 1 });
    await client().index();
  }, 60_000);
  afterAll(async () => {
    await forked.close();
    vault[Symbol.dispose]();
  });

  it('each get their own answers, though they count their questions alike', async () => {
    const [one, two] = [client(), client()];
    const both = await Promise.all(
      Array.from({ length: 10 }, () => [
        one.search({ query: 'luna' }),
        two.ledger({ outcome: 'indexed' }),
      ]).flat(),
    );
    const hits = both.filter((_, i) => i % 2 === 0) as Awaited<ReturnType<typeof one.search>>[];
    const lists = both.filter((_, i) => i % 2 === 1) as Awaited<ReturnType<typeof two.ledger>>[];
    for (const { hits: found } of hits) expect(found[0]?.note.title).toBe('Luna');
    for (const list of lists) expect(list).toHaveLength(31);
  });

  it('do not feel it when one leaves in the middle of a stream', async () => {
    const port = forked.sessions.connect();
    const [leaves, stays] = [connectPort(port), client()];
    const seen: Progress[] = [];
    const staying = new AbortController();
    const listening = (async () => {
      for await (const progress of await stays.progress(undefined, { signal: staying.signal }))
        seen.push(progress);
    })();
    const left = (async () => {
      for await (const _ of await leaves.progress());
    })().catch((error) => error);
    await Promise.all([leaves.status(), stays.status()]);
    port.close();
    expect(await left).toMatchObject({ code: 'ENGINE_GONE' });
    await expect(leaves.status()).rejects.toMatchObject({ code: 'ENGINE_GONE' });

    const before = seen.length;
    vault.write({ 'Luna.md': '# Luna\n\nOtra cosa. ![[punto.png]]\n' });
    expect((await stays.index()).indexed).toBe(1);
    await until(() => seen.length > before, 'progress still comes');
    staying.abort();
    await expect(listening).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('get bytes as they are, with their type', async () => {
    const picture = await client().attachment({ path: 'punto.png' });
    expect(picture).toBeInstanceOf(Blob);
    expect(picture.type).toBe('image/png');
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(DOT);
  });

  it('stop what they asked for alone', async () => {
    const [one, two] = [client(), client()];
    const stopping = new AbortController();
    const stopped = one.index(undefined, { signal: stopping.signal }).catch((error) => error);
    const other = two.status();
    stopping.abort();
    expect(await stopped).toMatchObject({ code: 'CANCELLED' });
    expect((await other).counts.notes).toBe(31);
    expect((await one.status()).counts.notes).toBe(31);
  });

  it('are not disturbed by one that sends nonsense', async () => {
    const odd = forked.sessions.connect();
    const other = client();
    for (const nonsense of ['', '{ not json', '[1,2,3]', '{"i":null}', 7, null, new Uint8Array([1, 2, 3])])
      odd.postMessage(nonsense);
    expect((await other.status()).counts.notes).toBe(31);
  });
});
