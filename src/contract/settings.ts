import { z } from 'zod';
import { GPUS } from './engine-options.ts';

const choices = {
  theme: z.enum(['system', 'light', 'dark']),
  /** Of the interface; 'system' follows the machine, English where it is neither. */
  language: z.enum(['system', 'en', 'es']),
  /** Of everything, 1 = as designed. */
  zoom: z.number().min(0.5).max(2.5),
  /** Images of notes that lie on other machines are fetched without asking. */
  remoteImages: z.boolean(),
  /** The welcome page lists the vaults opened last. */
  keepRecent: z.boolean(),
  /** Questions asked are kept for the search's history, on this machine. */
  keepHistory: z.boolean(),
  /** Id of the model; null: the best one that is installed. */
  model: z.string().max(200).nullable(),
  /** Threads that embed; null: about one per core. */
  threads: z.number().int().min(1).max(64).nullable(),
  /** What runs the model; 'auto': a graphics card where one is faster and as exact, else the processor. */
  provider: z.enum(['auto', 'cpu', ...GPUS]),
  /** Per vault, by its path. */
  vaults: z.record(
    z.string(),
    z.object({
      /** Patterns as in `.gitignore`, beside what Obsidian and `.portolanignore` exclude. */
      exclude: z.array(z.string().max(1000)).max(1000).default([]),
    }),
  ),
};

/** What a person chose; every field has a default, so that files of earlier and later versions can be read. */
export const SettingsSchema = z.object({
  theme: choices.theme.default('system'),
  language: choices.language.default('system'),
  zoom: choices.zoom.default(1),
  remoteImages: choices.remoteImages.default(false),
  keepRecent: choices.keepRecent.default(true),
  keepHistory: choices.keepHistory.default(true),
  model: choices.model.default(null),
  threads: choices.threads.default(null),
  provider: choices.provider.default('auto'),
  vaults: choices.vaults.default({}),
});
export type Settings = z.output<typeof SettingsSchema>;

/** A change: what is named is replaced, as a whole. Without defaults: what is not named stays as it is. */
export const SettingsChangeSchema = z.object(choices).partial();
export type SettingsChange = Partial<Settings>;
