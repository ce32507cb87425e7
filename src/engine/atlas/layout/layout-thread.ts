import { Worker } from 'node:worker_threads';
import { throwIfCancelled } from '../../../common/cancel.ts';
import { PortolanError } from '../../../common/errors.ts';
import type { Layout } from './lay-out.ts';
import type { Positions } from './optimise.ts';

export type LayoutJob = Omit<Layout, 'onProgress'> & { readonly stop: SharedArrayBuffer };
export interface LayoutProgress {
  readonly share: number;
}
export interface LayoutDone {
  readonly positions: Positions;
}

const SCRIPT = new URL('./layout-worker.ts', import.meta.url);

/** Lays out a chart in a thread of its own. Rejects with CANCELLED soon after the signal aborts. */
export function layOutInThread(
  layout: Omit<Layout, 'onProgress'>,
  { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress?: (share: number) => void },
): Promise<Positions> {
  throwIfCancelled(signal);
  const stop = new SharedArrayBuffer(4);
  const cancel = () => Atomics.store(new Int32Array(stop), 0, 1);
  const worker = new Worker(SCRIPT, { workerData: { ...layout, stop } satisfies LayoutJob });
  return new Promise<Positions>((resolve, reject) => {
    signal?.addEventListener('abort', cancel);
    worker.on('message', (message: LayoutProgress | LayoutDone) => {
      if ('share' in message) onProgress?.(message.share);
      else resolve(message.positions);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new PortolanError('INTERNAL', { reason: 'the chart’s thread ended' })));
  })
    .then((positions) => {
      throwIfCancelled(signal);
      return positions;
    })
    .finally(() => signal?.removeEventListener('abort', cancel));
}
