/** One call of `embed`: collects its vectors as they come, and settles once. */
export class Request {
  readonly urgent: boolean;
  readonly promise: Promise<(Float32Array | null)[]>;
  private readonly results: (Float32Array | null)[];
  private missing: number;
  private readonly resolve: (results: (Float32Array | null)[]) => void;
  private readonly reject: (error: Error) => void;
  private open = true;

  constructor(texts: number, urgent: boolean) {
    const { promise, resolve, reject } = Promise.withResolvers<(Float32Array | null)[]>();
    // Whoever called `embed` handles it; a request that fails while its texts are still being read must not crash.
    promise.catch(() => {});
    this.promise = promise;
    this.resolve = resolve;
    this.reject = reject;
    this.urgent = urgent;
    this.missing = texts;
    this.results = new Array(texts).fill(null);
    if (texts === 0) this.finish();
  }

  /** True once it has resolved or rejected: what still comes for it is dropped. */
  get settled(): boolean {
    return !this.open;
  }

  /** The vector of one text, or null where the model gave none. */
  set(index: number, vector: Float32Array | null): void {
    if (!this.open) return;
    this.results[index] = vector;
    if (--this.missing === 0) this.finish();
  }

  fail(error: Error): void {
    if (!this.open) return;
    this.open = false;
    this.reject(error);
  }

  private finish(): void {
    this.open = false;
    this.resolve(this.results);
  }
}
