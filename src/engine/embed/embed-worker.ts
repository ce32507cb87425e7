import { Worker } from 'node:worker_threads';
import { reasonOf } from '../../common/errors.ts';
import type { FromWorker, Job, ToWorker, WorkerSetup } from './protocol.ts';

export const WORKER = new URL('./worker.ts', import.meta.url);

export interface WorkerEvents {
  done(job: Job, result: FromWorker & { kind: 'done' }): void;
  failed(job: Job, reason: string): void;
  /** The thread is gone: it ended although it was not told to, or never got its session. */
  lost(jobs: readonly Job[], reason: string): void;
}

/** The owner's side of one worker thread. The thread is never terminated: that would abort the process. */
export class EmbedWorker {
  /** Resolves when its session is open; rejects with the reason if that fails. */
  readonly ready: Promise<void>;
  /** Resolves when the thread has ended, however. */
  readonly ended: Promise<void>;
  private readonly thread: Worker;
  private readonly jobs = new Map<number, Job>();
  /** When the run in progress began. */
  private since = 0;
  /** It was told to end: it takes no more jobs, even if its session opens only now. */
  stopping = false;

  constructor(setup: WorkerSetup, events: WorkerEvents, script: URL = WORKER) {
    this.thread = new Worker(script, { workerData: setup });
    const ready = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    this.ready = ready.promise;
    this.ready.catch(() => {});
    this.ended = ended.promise;
    let reason = 'its thread ended';
    this.thread.on('error', (error) => {
      reason = reasonOf(error);
    });
    this.thread.on('exit', () => {
      ready.reject(new Error(reason));
      ended.resolve();
      const jobs = [...this.jobs.values()];
      this.jobs.clear();
      if (!this.stopping || jobs.length > 0) events.lost(jobs, reason);
    });
    this.thread.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') return ready.resolve();
      if (message.kind === 'unusable') {
        reason = message.reason;
        return;
      }
      const job = this.jobs.get(message.id)!;
      this.jobs.delete(message.id);
      this.since = performance.now();
      if (message.kind === 'done') events.done(job, message);
      else events.failed(job, message.reason);
    });
  }

  /** Jobs that it has, the one in progress included. */
  get load(): number {
    return this.jobs.size;
  }

  get urgentLoad(): number {
    let n = 0;
    for (const job of this.jobs.values()) if (job.urgent) n++;
    return n;
  }

  /** Milliseconds until an urgent job sent now would begin, at `rate` tokens per millisecond. */
  wait(rate: number): number {
    let tokens = 0;
    let current: Job | undefined;
    for (const job of this.jobs.values()) {
      current ??= job;
      if (job.urgent && job !== current) tokens += job.ids.length;
    }
    if (!current) return 0;
    return Math.max(0, current.ids.length / rate - (performance.now() - this.since)) + tokens / rate;
  }

  send(job: Job): void {
    if (this.jobs.size === 0) this.since = performance.now();
    this.jobs.set(job.id, job);
    this.post({ kind: 'job', job });
  }

  /** Lets it finish the jobs that it has and then end. */
  stop(): Promise<void> {
    if (!this.stopping) {
      this.stopping = true;
      this.post({ kind: 'stop' });
    }
    return this.ended;
  }

  private post(message: ToWorker): void {
    this.thread.postMessage(message);
  }
}
