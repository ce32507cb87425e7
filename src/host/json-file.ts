import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { PortolanError, reasonOf, reasonParams, systemCode } from '../common/errors.ts';

export interface JsonFileOptions<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** What holds where there is no file, or one that cannot be read. */
  readonly initial: T;
  /** Hears of a file that was set aside, and of one that cannot be written. Nothing is thrown for either. */
  readonly onNotice: (error: PortolanError) => void;
}

/**
 * A small file of JSON that a person may have edited and that another Portolan may write too: read anew before every
 * change, written as a whole or not at all, set aside when it makes no sense.
 */
export class JsonFile<T> {
  readonly #o: JsonFileOptions<T>;
  /** One change after the other. */
  #last: Promise<unknown> = Promise.resolve();
  /** What could not be written: it holds all the same, until the end of this run. */
  #unsaved: { readonly value: T } | null = null;

  constructor(options: JsonFileOptions<T>) {
    this.#o = options;
  }

  /** What the file holds. */
  read(): Promise<T> {
    return this.#queued(() => this.#read());
  }

  /** Changes what the file holds; resolves to what it holds then, even where it could not be written. */
  update(change: (held: T) => T): Promise<T> {
    return this.#queued(async () => {
      const held = await this.#read();
      const changed = change(held);
      if (changed !== held) await this.#save(changed);
      return changed;
    });
  }

  #queued<R>(work: () => Promise<R>): Promise<R> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  async #save(value: T): Promise<void> {
    try {
      await this.#write(value);
      this.#unsaved = null;
    } catch (error) {
      this.#unsaved = { value };
      this.#unwritable(error);
    }
  }

  async #read(): Promise<T> {
    if (this.#unsaved) return this.#unsaved.value;
    let text: string;
    try {
      text = await readFile(this.#o.path, 'utf8');
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') this.#unwritable(error);
      return this.#o.initial;
    }
    try {
      return this.#o.schema.parse(JSON.parse(text));
    } catch (error) {
      await this.#setAside(error);
      return this.#o.initial;
    }
  }

  async #setAside(cause: unknown): Promise<void> {
    const aside = `${this.#o.path}.broken`;
    const { path } = this.#o;
    await rename(path, aside).catch(() => {});
    this.#o.onNotice(
      new PortolanError('SETTINGS_BROKEN', { path, aside, reason: reasonOfJson(cause) }, { cause }),
    );
  }

  async #write(value: T): Promise<void> {
    const { path: file } = this.#o;
    const fresh = `${file}.${process.pid}.tmp`;
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      const handle = await open(fresh, 'w', 0o600);
      try {
        await handle.writeFile(`${JSON.stringify(value, null, 2)}\n`);
        // Else a power cut could leave the name on an empty file.
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(fresh, file);
    } catch (error) {
      await rm(fresh, { force: true }).catch(() => {});
      throw error;
    }
  }

  #unwritable(cause: unknown): void {
    const { path } = this.#o;
    this.#o.onNotice(new PortolanError('SETTINGS_UNWRITABLE', { path, ...reasonParams(cause) }, { cause }));
  }
}

/** The first thing that is wrong with the file, in one line. */
function reasonOfJson(error: unknown): string {
  const issue = (error as z.ZodError).issues?.[0];
  return issue ? `${issue.path.map(String).join('.') || 'it'}: ${issue.message}` : reasonOf(error);
}
