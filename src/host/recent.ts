import { stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { PortolanError } from '../common/errors.ts';
import type { HostState } from '../contract/host.ts';
import { JsonFile } from './json-file.ts';

const RecentSchema = z.array(z.object({ path: z.string(), openedAt: z.number() }));
type Recent = z.infer<typeof RecentSchema>;

const MOST = 12;

/** The vaults opened last, newest first. */
export class RecentVaults {
  readonly #file: JsonFile<Recent>;

  constructor(folder: string, onNotice: (error: PortolanError) => void) {
    this.#file = new JsonFile<Recent>({
      path: path.join(folder, 'recent.json'),
      schema: RecentSchema,
      initial: [],
      onNotice,
    });
  }

  async list(): Promise<HostState['recent']> {
    const vaults = await this.#file.read();
    return Promise.all(
      vaults.map(async ({ path: at, openedAt }) => ({
        path: at,
        name: nameOf(at),
        openedAt,
        missing: !(await isFolder(at)),
      })),
    );
  }

  async add(vault: string, now = Date.now()): Promise<void> {
    await this.#file.update((held) =>
      [{ path: vault, openedAt: now }, ...held.filter((v) => v.path !== vault)].slice(0, MOST),
    );
  }

  async forget(vault: string): Promise<void> {
    await this.#file.update((held) => held.filter((v) => v.path !== vault));
  }

  async clear(): Promise<void> {
    await this.#file.update(() => []);
  }
}

/** What a vault is called: its folder's name; of a whole disk, its path. */
export const nameOf = (vault: string): string => path.basename(vault) || vault;

const isFolder = (at: string): Promise<boolean> =>
  stat(at).then(
    (found) => found.isDirectory(),
    () => false,
  );
