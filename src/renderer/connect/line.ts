import { PortolanError } from '../../common/errors.ts';

/** A client in a box: clients are proxies of any method, `then` among them, and promises would call it. */
export interface Answering<Client> {
  readonly client: Client;
}

interface Waiting<Client> {
  /** Goes on waiting after a failure: what failed may be mended. */
  readonly patient: boolean;
  resolve(answering: Answering<Client>): void;
  reject(error: PortolanError): void;
}

/** Whoever answers at the other end: nobody yet, this client, or a reason why nobody will. */
export class Line<Client> {
  #now: Answering<Client> | null = null;
  #failure: PortolanError | null = null;
  readonly #waiting = new Set<Waiting<Client>>();
  readonly #underWay = new Set<(error: PortolanError) => void>();

  /** From now on this one answers; calls that the one before has not answered end with ENGINE_GONE. */
  answer(client: Client): void {
    this.lose();
    this.#failure = null;
    const now = { client };
    this.#now = now;
    for (const { resolve } of [...this.#waiting]) resolve(now);
  }

  /** Nobody answers for now: calls under way end with ENGINE_GONE, later ones wait. */
  lose(): void {
    this.#now = null;
    this.#failure = null;
    this.#end(new PortolanError('ENGINE_GONE'));
  }

  /** This one does not answer any more; nothing changes where another one has taken its place. */
  end(client: Client): void {
    if (this.#now?.client === client) this.lose();
  }

  /** Nobody will answer until something changes: calls are refused with this. */
  fail(error: PortolanError): void {
    this.lose();
    this.#failure = error;
    for (const { patient, reject } of [...this.#waiting]) if (!patient) reject(error);
  }

  /** What was asked so far makes no sense any more: all of it ends with CANCELLED. */
  drop(): void {
    const cancelled = new PortolanError('CANCELLED');
    this.#now = null;
    this.#failure = null;
    this.#end(cancelled);
    for (const { reject } of [...this.#waiting]) reject(cancelled);
  }

  /** Whoever answers, as soon as somebody does. @throws CANCELLED by the signal, or the reason why nobody will */
  get(signal?: AbortSignal, patient = false): Promise<Answering<Client>> {
    if (signal?.aborted) return Promise.reject(new PortolanError('CANCELLED'));
    if (this.#now) return Promise.resolve(this.#now);
    if (this.#failure && !patient) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(waiting);
        signal?.removeEventListener('abort', abort);
      };
      const waiting: Waiting<Client> = {
        patient,
        resolve: (answering) => {
          leave();
          resolve(answering);
        },
        reject: (error) => {
          leave();
          reject(error);
        },
      };
      const abort = () => waiting.reject(new PortolanError('CANCELLED'));
      this.#waiting.add(waiting);
      signal?.addEventListener('abort', abort);
    });
  }

  /** The promise's outcome, or the end of whoever was asked, whichever comes first. */
  orEnd<T>(asked: Answering<Client>, promise: Promise<T>): Promise<T> {
    if (asked !== this.#now) {
      promise.catch(() => {});
      return Promise.reject(new PortolanError('ENGINE_GONE'));
    }
    return new Promise((resolve, reject) => {
      this.#underWay.add(reject);
      promise.then(resolve, reject).finally(() => this.#underWay.delete(reject));
    });
  }

  #end(error: PortolanError): void {
    const ended = [...this.#underWay];
    this.#underWay.clear();
    for (const reject of ended) reject(error);
  }
}
