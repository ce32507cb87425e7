import { Worker } from 'node:worker_threads';
import type { ErrorCode, ErrorParams } from '../../common/error-codes.ts';
import { PortolanError, reasonOf } from '../../common/errors.ts';
import type { FoundModel } from '../models/catalogue.ts';
import { createTextTools, type OpenTextTools, type TextToolsSetup } from './text-tools.ts';

const SCRIPT = new URL('./text-tools-worker.ts', import.meta.url);

/** What the thread says, once. */
export type ToolsMessage =
  | { readonly setup: TextToolsSetup }
  | { readonly code: ErrorCode; readonly params: ErrorParams };

/**
 * `openTextTools` in a thread of its own: reading a vocabulary of 250,000 pieces takes a second, in which nothing else
 * could be answered. Rejects with MODEL_MISSING, MODEL_DAMAGED, MODEL_FAILED.
 */
export async function loadTextTools({
  manifest,
  dir,
}: Pick<FoundModel, 'manifest' | 'dir'>): Promise<OpenTextTools> {
  const { promise, resolve, reject } = Promise.withResolvers<TextToolsSetup>();
  const failed = (cause: unknown) =>
    reject(new PortolanError('MODEL_FAILED', { model: manifest.id, reason: reasonOf(cause) }, { cause }));
  const worker = new Worker(SCRIPT, { workerData: { manifest, dir } });
  worker.on('message', (message: ToolsMessage) => {
    if ('setup' in message) resolve(message.setup);
    else reject(new PortolanError(message.code, message.params));
  });
  worker.on('error', failed);
  worker.on('exit', () => failed(new Error('the thread that read it ended')));
  return createTextTools(await promise);
}
