import { plainBlocks } from './plain.ts';
import type { RenderStep } from './render.ts';
import type { FromWorker, ToWorker } from './serve.ts';

/** A worker, or what stands in for one. */
export interface WorkerPort {
  post(message: ToWorker): void;
  listen(listener: (message: FromWorker) => void): void;
  end(): void;
}

export interface RendererOptions {
  /** A segment that takes longer than this is given up and shown as plain text. */
  readonly patience?: number;
}

/** No segment of a note that anyone wrote takes a tenth of this. */
const PATIENCE = 4_000;

interface Job {
  readonly text: string;
  readonly mdx: boolean;
  readonly slow: number[];
  readonly onStep: (step: RenderStep) => void;
  readonly onDone: () => void;
  /** The segment that was begun last, -1 before the first. */
  begun: number;
  /** Steps passed on: when the job is begun anew, they come again. */
  passed: number;
  /** Of those, how many have come again. */
  again: number;
}

/**
 * Renders notes in a worker that is watched: where a text keeps it busy for too long, it is ended, another one goes on,
 * and the part that took so long is shown as plain text.
 */
export class Renderer {
  readonly #spawn: () => WorkerPort;
  readonly #patience: number;
  readonly #jobs = new Map<number, Job>();
  #worker: WorkerPort | null = null;
  #ready = false;
  #last = 0;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #busy = -1;

  constructor(spawn: () => WorkerPort, { patience = PATIENCE }: RendererOptions = {}) {
    this.#spawn = spawn;
    this.#patience = patience;
  }

  /** Starts the worker, so that the first note need not wait for it. */
  warm(): void {
    this.#start();
  }

  /** Renders a text; steps come one by one. The function returned gives it up. */
  render(text: string, { mdx, onStep, onDone }: Pick<Job, 'mdx' | 'onStep' | 'onDone'>): () => void {
    const id = ++this.#last;
    const job: Job = { text, mdx, slow: [], onStep, onDone, begun: -1, passed: 0, again: 0 };
    this.#jobs.set(id, job);
    this.#start().post({ is: 'render', job: id, text, mdx, slow: [] });
    this.#wind();
    return () => {
      if (!this.#jobs.delete(id)) return;
      this.#worker?.post({ is: 'cancel', job: id });
      this.#wind();
    };
  }

  #start(): WorkerPort {
    if (this.#worker) return this.#worker;
    const worker = this.#spawn();
    this.#worker = worker;
    this.#ready = false;
    worker.listen((message) => {
      if (worker === this.#worker) this.#hear(message);
    });
    return worker;
  }

  #hear(message: FromWorker): void {
    if (message.is === 'ready') this.#ready = true;
    else {
      this.#busy = message.job;
      const job = this.#jobs.get(message.job);
      if (job && message.is === 'step') pass(job, message.step);
      else if (job) {
        this.#jobs.delete(message.job);
        job.onDone();
      }
    }
    this.#wind();
  }

  /** Whatever is heard shows that the worker gets on. Before it is ready, it is being loaded, not stuck. */
  #wind(): void {
    clearTimeout(this.#watch);
    if (this.#ready && this.#jobs.size > 0) this.#watch = setTimeout(() => this.#giveUp(), this.#patience);
  }

  #giveUp(): void {
    this.#worker?.end();
    this.#worker = null;
    const stuck = this.#jobs.get(this.#busy) ?? [...this.#jobs.values()].at(-1);
    if (stuck && stuck.begun < 0) this.#allPlain(stuck);
    else if (stuck) stuck.slow.push(stuck.begun);
    const worker = this.#start();
    for (const [id, job] of this.#jobs) {
      job.begun = -1;
      job.again = 0;
      worker.post({ is: 'render', job: id, text: job.text, mdx: job.mdx, slow: job.slow });
    }
  }

  /** Not even its first segment was reached. */
  #allPlain(job: Job): void {
    for (const [id, other] of this.#jobs) if (other === job) this.#jobs.delete(id);
    job.onStep({ is: 'blocks', blocks: plainBlocks(job.text, 0, 'slow'), plain: 'slow' });
    job.onDone();
  }
}

function pass(job: Job, step: RenderStep): void {
  if (step.is === 'begin') {
    job.begun = step.segment;
    return;
  }
  job.again++;
  if (job.again <= job.passed) return;
  job.passed++;
  job.onStep(step);
}
