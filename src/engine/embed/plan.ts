import { availableParallelism } from 'node:os';

export interface WorkerPlan {
  readonly workers: number;
  /** Threads inside one operator of each worker. */
  readonly intraOpThreads: number;
}

/** What all sessions together may take; with table, tokenizer and Node it keeps the engine below 700 MB. */
const SESSIONS_BYTES = 400 << 20;
/** What a session takes beside its weights, which it holds twice: as read and packed for its kernels. */
const SESSION_BYTES = 30 << 20;

/**
 * One worker of one thread per core: two such workers do 1.8 times what one session of two threads does in 8 bits.
 * Where memory does not allow a session per core, fewer workers share the cores evenly.
 */
export function planWorkers(graphBytes: number, threads: number = availableParallelism()): WorkerPlan {
  const cores = Math.max(1, Math.floor(threads));
  const most = Math.max(1, Math.floor(SESSIONS_BYTES / (2 * graphBytes + SESSION_BYTES)));
  const workers = Math.min(cores, most);
  return { workers, intraOpThreads: Math.max(1, Math.floor(cores / workers)) };
}
