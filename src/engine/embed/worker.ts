import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { reasonOf } from '../../common/errors.ts';
import type { FromWorker, Job, ToWorker, WorkerSetup } from './protocol.ts';
import { badRows, type EncoderSession, openSession } from './session.ts';

/**
 * An embed worker: a session of its own, runs one job after the other, urgent ones first. A run blocks this thread
 * and cannot be interrupted; `stop` ends the worker once the jobs that it has are done.
 */
const port = parentPort!;
const setup = workerData as WorkerSetup;
const { dimensions } = setup.table;
const send = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

const waiting: Job[] = [];
let stopped = false;
let session: EncoderSession;
let spare: EncoderSession | undefined;

try {
  session = await openSession(setup.graphs[setup.precision], setup.table, setup);
  send({ kind: 'ready' });
  port.on('message', (message: ToWorker) => {
    take(message);
    void work();
  });
} catch (error) {
  send({ kind: 'unusable', reason: reasonOf(error) });
}

let working = false;

async function work(): Promise<void> {
  if (working) return;
  working = true;
  for (let job = next(); job; job = next()) await perform(job);
  working = false;
  if (!stopped) return;
  port.close();
  await Promise.all([session.release(), spare?.release()]);
}

/** The next job, after a look at what has arrived during the last one. */
function next(): Job | undefined {
  for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) take(got.message);
  const urgent = waiting.findIndex((job) => job.urgent);
  return urgent >= 0 ? waiting.splice(urgent, 1)[0] : waiting.shift();
}

function take(message: ToWorker): void {
  if (message.kind === 'stop') stopped = true;
  else waiting.push(message.job);
}

async function perform({ id, ids, texts }: Job): Promise<void> {
  try {
    const start = performance.now();
    const vectors = await session.run(ids, texts);
    const milliseconds = performance.now() - start;
    const bad = await repair(vectors, ids, texts);
    send({ kind: 'done', id, vectors, bad, milliseconds }, [vectors.buffer]);
  } catch (error) {
    send({ kind: 'failed', id, reason: reasonOf(error) });
  }
}

/** Runs texts with an impossible vector again, alone and in full precision; returns those that stay bad. */
async function repair(vectors: Float32Array, ids: Int32Array, texts: number): Promise<number[]> {
  const bad = badRows(vectors, dimensions);
  if (bad.length === 0) return bad;
  spare ??= await openSession(setup.graphs.full, setup.table, { ...setup, provider: 'cpu' });
  const length = ids.length / texts;
  const still: number[] = [];
  for (const row of bad) {
    const again = await spare.run(ids.subarray(row * length, (row + 1) * length), 1);
    if (badRows(again, dimensions).length > 0) still.push(row);
    else vectors.set(again, row * dimensions);
  }
  return still;
}
