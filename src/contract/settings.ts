import { z } from 'zod';

/** What a person chose; every field has a default, so that files of earlier and later versions can be read. */
export const SettingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Of the interface; 'system' follows the machine, English where it is neither. */
  language: z.enum(['system', 'en', 'es']).default('system'),
  /** Of everything, 1 = as designed. */
  zoom: z.number().min(0.5).max(2.5).default(1),
  /** Images of notes that lie on other machines are fetched without asking. */
  remoteImages: z.boolean().default(false),
  /** The welcome page lists the vaults opened last. */
  keepRecent: z.boolean().default(true),
  /** Questions asked are kept for the search's history, on this machine. */
  keepHistory: z.boolean().default(true),
  /** Id of the model; null: the best one that is installed. */
  model: z.string().max(200).nullable().default(null),
  /** Threads that embed; null: about one per core. */
  threads: z.number().int().min(1).max(64).nullable().default(null),
  /** Per vault, by its path. */
  vaults: z
    .record(
      z.string(),
      z.object({
        /** Patterns as in `.gitignore`, beside what Obsidian and `.portolanignore` exclude. */
        exclude: z.array(z.string().max(1000)).max(1000).default([]),
      }),
    )
    .default({}),
});
export type Settings = z.output<typeof SettingsSchema>;

/** A change: what is named is replaced, as a whole. */
export const SettingsChangeSchema = SettingsSchema.partial();
export type SettingsChange = Partial<Settings>;
