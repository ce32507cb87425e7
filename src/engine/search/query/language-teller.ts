import { Worker } from 'node:worker_threads';

const SCRIPT = new URL('./language-worker.ts', import.meta.url);

/**
 * Tells questions' languages in a thread of its own: what tells them apart takes a tenth of a second to load, in which
 * nothing else could be answered. A question must not fail for it: where the thread ends, its language is not known.
 */
export class LanguageTeller {
  readonly #script: URL;
  #worker: Worker | null = null;
  #ready = false;
  #closed = false;
  #waiting: ((language: string) => void)[] = [];

  /** `script`: another one in tests. */
  constructor(script = SCRIPT) {
    this.#script = script;
  }

  /** Starts the thread, so that no question waits for it. */
  start(): void {
    if (this.#worker || this.#closed) return;
    const worker = new Worker(this.#script);
    worker.unref();
    worker.on('message', (language: string | null) => {
      this.#ready = true;
      if (language !== null) this.#waiting.shift()?.(language);
      if (this.#waiting.length === 0) worker.unref();
    });
    worker.on('error', () => {}); // its exit follows
    worker.on('exit', () => {
      if (this.#worker === worker) this.#forget();
    });
    this.#worker = worker;
  }

  /** BCP-47 primary language, 'und' where it cannot be told. */
  readonly tell = async (text: string): Promise<string> => {
    this.start();
    if (!this.#worker) return 'und';
    const { promise, resolve } = Promise.withResolvers<string>();
    this.#waiting.push(resolve);
    // A command must not end while it waits for an answer.
    this.#worker.ref();
    this.#worker.postMessage(text);
    return promise;
  };

  /** The same for a question that is still being typed: 'und' rather than to wait for the thread to start. */
  readonly tellAtOnce = async (text: string): Promise<string> => {
    this.start();
    return this.#ready ? this.tell(text) : 'und';
  };

  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    this.#forget();
    await worker?.terminate();
  }

  #forget(): void {
    this.#worker = null;
    this.#ready = false;
    for (const resolve of this.#waiting.splice(0)) resolve('und');
  }
}
