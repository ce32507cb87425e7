import { Worker } from 'node:worker_threads';
import { throwIfCancelled } from '../../../common/cancel.ts';
import { PortolanError } from '../../../common/errors.ts';
import type { Communities } from '../regions/communities.ts';
import type { Layout } from './lay-out.ts';
import type { Positions } from './optimise.ts';

export type LayoutJob = Omit<Layout, 'onProgress'> & { readonly stop: SharedArrayBuffer };
export interface LayoutProgress {
  readonly share: number;
}
export interface LayoutDone {
  readonly positions: Positions;
  readonly communities: Communities;
}

const SCRIPT = new URL('./layout-worker.ts', import.meta.url);

/**
 * Lays out a chart, and finds its communities, in a thread of its own: of 50,000 notes they take seconds. Rejects with
 * CANCELLED when the signal aborts; the thread ends soon after.
 */
export function layOutInThread(
  layout: Omit<Layout, 'onProgress'>,
  { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress?: (share: number) => void },
): Promise<LayoutDone> {
  throwIfCancelled(signal);
  const stop = new SharedArrayBuffer(4);
  let cancel = () => {};
  const worker = new Worker(SCRIPT, { workerData: { ...layout, stop } satisfies LayoutJob });
  return new Promise<LayoutDone>((resolve, reject) => {
    cancel = () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      // Nobody waits for it to notice.
      worker.unref();
      reject(new PortolanError('CANCELLED', {}, { cause: signal?.reason }));
    };
    signal?.addEventListener('abort', cancel);
    worker.on('message', (message: LayoutProgress | LayoutDone) => {
      if ('share' in message) onProgress?.(message.share);
      else resolve(message);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new PortolanError('INTERNAL', { reason: 'the chart’s thread ended' })));
  }).finally(() => signal?.removeEventListener('abort', cancel));
}
