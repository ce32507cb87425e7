import { describe, expect, it } from 'vitest';
import { PortolanError } from '../../common/errors.ts';
import type { Progress } from '../../contract/status.ts';
import { clientOf } from '../testing/client.ts';
import { indexResult, progress } from '../testing/contract-data.ts';
import { indexWithProgress } from './follow.ts';

/** A display that remembers what it was told. */
function remembering() {
  const phases: Progress['phase'][] = [];
  let ended = 0;
  return {
    phases,
    ended: () => ended,
    display: {
      show: (p: Progress) => {
        phases.push(p.phase);
      },
      end: () => {
        ended++;
      },
    },
  };
}

describe('indexWithProgress', () => {
  it('shows progress while indexing and resolves to its result, with the display ended', async () => {
    const shown = remembering();
    let seen: () => void = () => {};
    const listened = new Promise<void>((resolve) => {
      seen = resolve;
    });
    const client = clientOf({
      async *progress(signal) {
        yield progress({ phase: 'reading' });
        yield progress({ phase: 'embedding' });
        seen();
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      },
      index: async () => {
        await listened;
        return indexResult({ indexed: 7 });
      },
    });
    const result = await indexWithProgress(client, shown.display, new AbortController().signal);
    expect(result.indexed).toBe(7);
    expect(shown.phases).toEqual(['reading', 'embedding']);
    expect(shown.ended()).toBeGreaterThan(0);
  });

  it('rejects with CANCELLED when it is stopped, and clears the display at once', async () => {
    const shown = remembering();
    const controller = new AbortController();
    const client = clientOf({
      index: (signal) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            expect(shown.ended()).toBe(1);
            reject(new PortolanError('CANCELLED'));
          });
          controller.abort();
        }),
    });
    await expect(indexWithProgress(client, shown.display, controller.signal)).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });

  it('does not fail because progress cannot be followed', async () => {
    const client = clientOf({
      // biome-ignore lint/correctness/useYield: it fails before it has anything to say
      async *progress() {
        throw new PortolanError('INTERNAL', { reason: 'no progress' });
      },
      index: async () => indexResult({ indexed: 1 }),
    });
    const result = await indexWithProgress(client, remembering().display, new AbortController().signal);
    expect(result.indexed).toBe(1);
  });
});
