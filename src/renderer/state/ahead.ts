interface Asked {
  readonly answer: Promise<unknown>;
  readonly ended: AbortController;
  /** Once it is there. */
  known?: unknown;
}

interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}
type Method = (input?: unknown, options?: CallOptions) => Promise<unknown>;

/**
 * What is asked before the code that will show it is there: whoever asks the same later has that answer, or waits for it,
 * in place of one more way to the other side and back. Each is given once.
 */
export class Ahead {
  readonly #asked = new Map<string, Asked>();
  readonly #atEnd: (() => void)[] = [];
  #over = false;

  /**
   * Asks now, for whoever asks later. A stream is kept as it is, with what it brings meanwhile.
   * @param before is done with the answer before anybody has it
   */
  ask(
    client: object,
    name: string,
    input?: unknown,
    before?: (answer: unknown) => Promise<void>,
  ): Promise<unknown> {
    const ended = new AbortController();
    const method = Reflect.get(client, name) as Method;
    const asking = method(input, { signal: ended.signal });
    const answer = before ? asking.then((known) => before(known).then(() => known)) : asking;
    const asked: Asked = { answer, ended };
    answer.then(
      (known) => {
        asked.known = known;
      },
      () => {}, // whoever asks for it hears of it
    );
    if (!this.#over) this.#asked.set(keyOf(name, input), asked);
    return answer;
  }

  /** An answer that has come already; undefined where there is none. */
  known(name: string, input?: unknown): unknown {
    return this.#asked.get(keyOf(name, input))?.known;
  }

  /** The same client, which has some answers already. */
  before<Client extends object>(client: Client): Client {
    return new Proxy(client, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (this.#over || typeof name !== 'string' || typeof method !== 'function') return method;
        return (input?: unknown, options?: CallOptions) =>
          this.#take(name, input, options?.signal) ?? (method as Method)(input, options);
      },
    });
  }

  /** From now on everything is asked when it is wanted: what was known before may not be true any more. */
  end(): void {
    this.#over = true;
    for (const { ended } of this.#asked.values()) ended.abort();
    this.#asked.clear();
    for (const work of this.#atEnd.splice(0)) work();
  }

  atEnd(work: () => void): void {
    if (this.#over) work();
    else this.#atEnd.push(work);
  }

  #take(name: string, input: unknown, signal: AbortSignal | undefined): Promise<unknown> | undefined {
    const key = keyOf(name, input);
    const asked = this.#asked.get(key);
    this.#asked.delete(key);
    if (asked && signal) {
      if (signal.aborted) asked.ended.abort();
      else signal.addEventListener('abort', () => asked.ended.abort(), { once: true });
    }
    return asked?.answer;
  }
}

const keyOf = (name: string, input: unknown): string => `${name} ${JSON.stringify(input) ?? ''}`;

/** The page's own. */
export const ahead = new Ahead();
