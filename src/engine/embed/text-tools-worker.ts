import { parentPort, workerData } from 'node:worker_threads';
import { toPortolanError } from '../../common/errors.ts';
import type { ToolsMessage } from './load-text-tools.ts';
import { openTextTools } from './text-tools.ts';

/** Reads a model's tools into shared memory, hands them over and ends. */
const say = (message: ToolsMessage) => parentPort!.postMessage(message);

try {
  say({ setup: openTextTools(workerData) });
} catch (error) {
  const { code, params } = toPortolanError(error, 'MODEL_FAILED', { model: workerData.manifest.id });
  say({ code, params });
}
