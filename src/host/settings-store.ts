import path from 'node:path';
import type { PortolanError } from '../common/errors.ts';
import { Watched } from '../common/watched.ts';
import { type Settings, type SettingsChange, SettingsSchema } from '../contract/settings.ts';
import { JsonFile } from './json-file.ts';

/** What a person chose: in memory for whoever asks, on disk for the next start. */
export class SettingsStore {
  readonly #file: JsonFile<Settings>;
  readonly #now: Watched<Settings>;

  private constructor(file: JsonFile<Settings>, settings: Settings) {
    this.#file = file;
    this.#now = new Watched(settings);
  }

  static async open(folder: string, onNotice: (error: PortolanError) => void): Promise<SettingsStore> {
    const file = new JsonFile<Settings>({
      path: path.join(folder, 'settings.json'),
      schema: SettingsSchema,
      initial: SettingsSchema.parse({}),
      onNotice,
    });
    return new SettingsStore(file, await file.read());
  }

  get now(): Settings {
    return this.#now.value;
  }

  listen(signal?: AbortSignal): AsyncGenerator<Settings, void> {
    return this.#now.listen(signal);
  }

  /** Replaces what is named, in memory and on disk. */
  async change(change: SettingsChange): Promise<Settings> {
    const merged = await this.#file.update((held) => ({ ...held, ...change }));
    this.#now.set(merged);
    return merged;
  }

  async reset(): Promise<Settings> {
    const initial = SettingsSchema.parse({});
    await this.#file.update(() => initial);
    this.#now.set(initial);
    return initial;
  }
}
