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
  #onChange: () => void = () => {};

  /** From now on, the listener hears whenever other ones stand here. */
  listen(listener: () => void): void {
    this.#onChange = listener;
  }

  add(error: PortolanError): void {
    const before = this.#byCode.get(error.code);
    this.#byCode.set(error.code, error);
    if (before?.message !== error.message) this.#onChange();
  }

  /** What was said is true no more. */
  remove(code: PortolanError['code']): void {
    if (this.#byCode.delete(code)) this.#onChange();
  }

  /** What is wrong with the vault's folder just now; null when nothing is. */
  vault(error: PortolanError | null): void {
    const now = error && wentAway(error);
    for (const code of ABOUT_VAULT) if (code !== now?.code) this.remove(code);
    if (now) this.add(now);
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
