import path from 'node:path';
import { z } from 'zod';
import { PortolanError } from '../common/errors.ts';
import { JsonFile } from './json-file.ts';

/** Keys and what is kept under them, oldest first. */
const MemorySchema = z.array(z.tuple([z.string(), z.unknown()]));
type Kept = z.infer<typeof MemorySchema>;

/** Characters of JSON: of one value, and of all together. */
const MOST_OF_ONE = 256 * 1024;
const MOST_OF_ALL = 2 * 1024 * 1024;
/** Milliseconds: a pane that is being dragged is remembered once, where it stays. */
const WRITE_AFTER = 400;

/** What the window remembers between starts. When it becomes too much, the oldest is forgotten. */
export class Memory {
  readonly #file: JsonFile<Kept>;
  /** Said since the last writing. */
  readonly #fresh = new Map<string, unknown>();
  #timer: NodeJS.Timeout | null = null;

  constructor(folder: string, onNotice: (error: PortolanError) => void) {
    this.#file = new JsonFile<Kept>({
      path: path.join(folder, 'window.json'),
      schema: MemorySchema,
      initial: [],
      onNotice,
    });
  }

  async recall(key: string): Promise<unknown> {
    if (this.#fresh.has(key)) return this.#fresh.get(key);
    const kept = await this.#file.read();
    return kept.find(([k]) => k === key)?.[1] ?? null;
  }

  /** Keeps a value under the key; null and undefined forget it. @throws INPUT_INVALID when it is too large */
  remember(key: string, value: unknown): void {
    const size = JSON.stringify(value ?? null).length;
    if (size > MOST_OF_ONE)
      throw new PortolanError('INPUT_INVALID', { reason: `${key}: ${size} characters are too much to keep` });
    this.#fresh.set(key, value ?? null);
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_AFTER);
  }

  /** Writes what was said since the last time, now. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#fresh.size === 0) return;
    const fresh = [...this.#fresh];
    await this.#file.update((held) => bounded([...held.filter(([k]) => !this.#fresh.has(k)), ...fresh]));
    // What was said again meanwhile is written the next time.
    for (const [key, value] of fresh) if (this.#fresh.get(key) === value) this.#fresh.delete(key);
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    this.#fresh.clear();
    await this.#file.update(() => []);
  }
}

function bounded(kept: Kept): Kept {
  const worth = kept.filter(([, value]) => value !== null);
  let size = 0;
  const from = worth.findLastIndex(([key, value]) => {
    size += key.length + JSON.stringify(value).length;
    return size > MOST_OF_ALL;
  });
  return worth.slice(from + 1);
}
