import { PortolanError } from '../../common/errors.ts';
import { EmbedWorker, type WorkerEvents } from './embed-worker.ts';
import type { Job, WorkerSetup } from './protocol.ts';
import type { Request } from './request.ts';
import { type Item, TextQueue } from './text-queue.ts';

export interface PoolOptions {
  readonly setup: WorkerSetup;
  readonly workers: number;
  /** Tokens per millisecond of one worker, as far as known; corrected by every run. */
  readonly rate?: number;
  /** Model id for errors. */
  readonly model: string;
  /** The worker's script; another one in tests. */
  readonly script?: URL;
}

/**
 * How long one background run may take: an urgent text waits for the shortest remainder among the workers. Longer
 * runs are no faster: products of 64 rows already keep a core busy.
 */
const RUN_MS = 25;
const RUN_TOKENS = { least: 64, most: 1024 } as const;
/** Jobs that a worker has at a time: the one that it runs and the next, so that it never waits for this thread. */
const AHEAD = 2;
/** Workers lost without a successful run in between before the pool gives up. */
const LOSSES = 3;

/** The workers and the texts that wait for them: urgent ones first, background ones unless paused. */
export class Pool {
  private readonly urgent = new TextQueue();
  private readonly background = new TextQueue();
  private readonly workers = new Set<EmbedWorker>();
  private readonly usable = new Set<EmbedWorker>();
  private readonly running = new Map<number, Item[]>();
  private readonly options: PoolOptions;
  private setup: WorkerSetup;
  /** What is gone back to where the setup of now fails, and who hears of it. */
  private before: { readonly setup: WorkerSetup; readonly onBack: (reason: string) => void } | undefined;
  /** A worker of another kind that is not known to run yet. */
  private candidate: EmbedWorker | undefined;
  private rate: number;
  private losses = 0;
  private jobs = 0;
  private paused = false;
  private closing = false;
  private failure: PortolanError | undefined;

  constructor(options: PoolOptions) {
    this.options = options;
    this.setup = options.setup;
    this.rate = options.rate ?? 2;
    for (let i = 0; i < options.workers; i++) this.spawn();
  }

  /** Resolves with the first worker that can run; rejects with the reason when none can. */
  async ready(): Promise<void> {
    try {
      await Promise.any([...this.workers].map((worker) => worker.ready));
    } catch (error) {
      throw (error as AggregateError).errors[0];
    }
  }

  /**
   * Goes on with one worker of another kind, once it can run; the others end after the jobs that they have. Rejects with
   * the reason where it cannot: then nothing has changed. Should it fail again and again later, all is as it was before,
   * and `onBack` hears why.
   */
  async move(setup: WorkerSetup, rate: number, onBack: (reason: string) => void): Promise<void> {
    const others = [...this.workers];
    const candidate = this.spawn(setup);
    this.candidate = candidate;
    try {
      await candidate.ready;
    } finally {
      this.candidate = undefined;
    }
    this.before = { setup: this.setup, onBack };
    this.setup = setup;
    this.rate = rate;
    this.losses = 0;
    for (const other of others) {
      this.usable.delete(other);
      void other.stop();
    }
    this.pump();
  }

  /** Puts texts in their queue. They come back through their request. */
  add(items: readonly Item[]): void {
    for (const item of items) {
      if (this.failure) item.request.fail(this.failure);
      else if (this.closing) item.request.fail(new PortolanError('CANCELLED'));
      else (item.request.urgent ? this.urgent : this.background).add(item);
    }
    this.pump();
  }

  /** Rejects a request and drops those of its texts that wait. */
  drop(request: Request, error: Error): void {
    if (request.settled) return;
    request.fail(error);
    (request.urgent ? this.urgent : this.background).remove(request);
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.pump();
  }

  async close(): Promise<void> {
    if (!this.closing) {
      this.closing = true;
      this.rejectWaiting(new PortolanError('CANCELLED'));
    }
    await Promise.all([...this.workers].map((worker) => worker.stop()));
  }

  private spawn(setup = this.setup): EmbedWorker {
    const events: WorkerEvents = {
      done: (job, { vectors, bad, milliseconds }) => {
        this.losses = 0;
        if (!job.urgent) this.learn(job.ids.length / milliseconds);
        this.settle(job, (item, row) => {
          const size = vectors.length / job.texts;
          item.request.set(
            item.index,
            bad.includes(row) ? null : vectors.slice(row * size, (row + 1) * size),
          );
        });
      },
      failed: (job, reason) => {
        const error = this.failed(reason);
        this.settle(job, (item) => this.drop(item.request, error));
        // A graphics card that runs out of memory fails without ending its thread.
        if (this.before && ++this.losses > LOSSES) this.goBack(reason);
      },
      lost: (jobs, reason) => this.lose(worker, jobs, reason),
    };
    const worker = new EmbedWorker(setup, events, this.options.script);
    this.workers.add(worker);
    worker.ready.then(
      () => {
        if (worker.stopping) return;
        this.usable.add(worker);
        this.pump();
      },
      () => {},
    );
    void worker.ended.then(() => {
      this.workers.delete(worker);
      this.usable.delete(worker);
    });
    return worker;
  }

  private goBack(reason: string): void {
    const { before } = this;
    if (!before) return;
    this.before = undefined;
    this.setup = before.setup;
    this.losses = 0;
    for (const worker of this.workers) {
      this.usable.delete(worker);
      void worker.stop();
    }
    for (let i = 0; i < this.options.workers; i++) this.spawn();
    before.onBack(reason);
  }

  /** A thread ended by itself: its texts fail, another takes its place unless this happens again and again. */
  private lose(worker: EmbedWorker, jobs: readonly Job[], reason: string): void {
    const error = this.failed(reason);
    const wasUsable = this.usable.delete(worker);
    this.workers.delete(worker);
    for (const job of jobs) this.settle(job, (item) => this.drop(item.request, error));
    if (this.closing || worker.stopping || worker === this.candidate) return;
    this.losses++;
    if (this.before && this.losses > LOSSES) {
      this.goBack(reason);
      return;
    }
    if (this.losses <= LOSSES && (wasUsable || this.usable.size > 0)) this.spawn();
    else if (this.workers.size === 0) {
      this.failure = error;
      this.rejectWaiting(error);
    }
  }

  private settle(job: Job, each: (item: Item, row: number) => void): void {
    const items = this.running.get(job.id) ?? [];
    this.running.delete(job.id);
    items.forEach(each);
    this.pump();
  }

  private failed(reason: string): PortolanError {
    return new PortolanError('MODEL_FAILED', { model: this.options.model, reason });
  }

  private rejectWaiting(error: PortolanError): void {
    for (const queue of [this.urgent, this.background])
      for (const item of queue.clear()) item.request.fail(error);
  }

  /** Hands out as much as the workers should have. */
  private pump(): void {
    while (this.urgent.size > 0) {
      const worker = least(this.usable, (w) => (w.urgentLoad < AHEAD ? w.wait(this.rate) : Infinity));
      if (!worker) break;
      this.send(worker, this.urgent, true);
    }
    while (this.background.size > 0 && !this.paused) {
      // The last texts are handed out singly, or one worker would sit on two runs while another has none.
      const ahead = this.background.size > this.usable.size * AHEAD ? AHEAD : 1;
      const worker = least(this.usable, (w) => (w.load < ahead ? w.load : Infinity));
      if (!worker) break;
      this.send(worker, this.background, false);
    }
  }

  private send(worker: EmbedWorker, queue: TextQueue, urgent: boolean): void {
    const items = queue.take(this.runTokens());
    const length = items[0]!.ids.length;
    const ids = new Int32Array(items.length * length);
    items.forEach((item, row) => {
      ids.set(item.ids, row * length);
    });
    const job: Job = { id: this.jobs++, urgent, ids, texts: items.length };
    this.running.set(job.id, items);
    worker.send(job);
  }

  private runTokens(): number {
    return Math.min(RUN_TOKENS.most, Math.max(RUN_TOKENS.least, this.rate * RUN_MS));
  }

  private learn(rate: number): void {
    this.rate += (rate - this.rate) * 0.1;
  }
}

/** The member with the least finite cost. */
function least<T>(all: Iterable<T>, cost: (member: T) => number): T | undefined {
  let best: T | undefined;
  let lowest = Infinity;
  for (const member of all) {
    const price = cost(member);
    if (price >= lowest) continue;
    best = member;
    lowest = price;
  }
  return best;
}
