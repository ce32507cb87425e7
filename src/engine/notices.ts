import type { PortolanError } from '../common/errors.ts';
import type { Status } from '../contract/status.ts';

/** What happened to the engine itself that a person should know; each kind once, the newest kept. */
export class Notices {
  readonly #byCode = new Map<string, PortolanError>();

  add(error: PortolanError): void {
    this.#byCode.set(error.code, error);
  }

  /** What was said is true no more. */
  remove(code: PortolanError['code']): void {
    this.#byCode.delete(code);
  }

  get(code: PortolanError['code']): PortolanError | undefined {
    return this.#byCode.get(code);
  }

  list(): Status['notices'] {
    return [...this.#byCode.values()].map((e) => ({
      code: e.code,
      params: e.params,
      what: e.message,
      todo: e.todo,
    }));
  }
}
