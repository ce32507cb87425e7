import { PortolanError } from '../common/errors.ts';
import type { Status } from '../contract/status.ts';

const ABOUT_VAULT = ['VAULT_GONE', 'VAULT_EMPTY', 'VAULT_UNREADABLE'] as const;

/** A folder that was there and is not any more: not a path that somebody mistyped. */
const wentAway = (error: PortolanError): PortolanError =>
  error.code === 'VAULT_NOT_FOUND' || error.code === 'VAULT_NOT_A_FOLDER'
    ? new PortolanError('VAULT_GONE', error.params, { cause: error })
    : error;

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

  /** What is wrong with the vault's folder just now; null when nothing is. */
  vault(error: PortolanError | null): void {
    for (const code of ABOUT_VAULT) this.remove(code);
    if (error) this.add(wentAway(error));
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
