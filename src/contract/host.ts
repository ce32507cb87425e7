import type { ContractRouterClient } from '@orpc/contract';
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { ErrorCodeSchema, ErrorParamsSchema, errorMap } from './errors.ts';
import { SettingsChangeSchema, SettingsSchema } from './settings.ts';

/**
 * What the renderer asks of the program around it, beside the engine: the desktop app's main process or the browser
 * host. The same contract for both; `about` says what this one can do.
 */

export const EngineStateSchema = z.discriminatedUnion('is', [
  /** No vault is open. */
  z.object({ is: z.literal('none') }),
  z.object({ is: z.literal('starting') }),
  /** `run` counts engines since the host began: another number is another process. */
  z.object({ is: z.literal('running'), run: z.number().int() }),
  z.object({ is: z.literal('restarting'), attempt: z.number().int(), seconds: z.number() }),
  /** It cannot be opened; trying again by itself would not help. */
  z.object({
    is: z.literal('failed'),
    code: ErrorCodeSchema,
    params: ErrorParamsSchema,
  }),
]);
export type HostEngineState = z.infer<typeof EngineStateSchema>;

export const RecentVaultSchema = z.object({
  path: z.string(),
  name: z.string(),
  /** Milliseconds since the epoch. */
  openedAt: z.number(),
  /** The folder is not there now. */
  missing: z.boolean(),
});

export const HostStateSchema = z.object({
  vault: z.object({ path: z.string(), name: z.string(), sample: z.boolean() }).nullable(),
  engine: EngineStateSchema,
  recent: z.array(RecentVaultSchema),
  /** What happened to the host itself that a person should know: settings that could not be read or written. */
  notices: z.array(z.object({ code: ErrorCodeSchema, params: ErrorParamsSchema })),
});
export type HostState = z.infer<typeof HostStateSchema>;

export const AboutSchema = z.object({
  shell: z.enum(['electron', 'browser']),
  version: z.string(),
  platform: z.string(),
  cores: z.number().int(),
  /** BCP-47 languages of the machine, best first. */
  locales: z.array(z.string()),
  /** Dialogs of the system can choose a folder, or a file to write; otherwise the person types or browses to it. */
  dialogs: z.boolean(),
  /** Files can be shown in the system's file manager. */
  reveals: z.boolean(),
  /** Models at hand and known, for the settings. */
  models: z.array(z.object({ id: z.string(), name: z.string(), installed: z.boolean() })),
});
export type About = z.infer<typeof AboutSchema>;

/** A link or a menu told the window to do something. */
export const CommandSchema = z.discriminatedUnion('do', [
  /** Show a note; from `portolan://open?note=…`, a file association or another window. */
  z.object({ do: z.literal('read'), note: z.string() }),
  z.object({ do: z.literal('search'), query: z.string() }),
  /** A menu entry, by the id of the renderer's own command. */
  z.object({ do: z.literal('command'), id: z.string() }),
]);
export type HostCommand = z.infer<typeof CommandSchema>;

export const hostContract = {
  about: oc.errors(errorMap).output(AboutSchema),
  /** The state now and at every change, for as long as the caller listens. */
  state: oc.errors(errorMap).output(eventIterator(HostStateSchema)),
  /** The settings now and at every change. */
  settings: oc.errors(errorMap).output(eventIterator(SettingsSchema)),
  /** Commands for the window, from now on. */
  commands: oc.errors(errorMap).output(eventIterator(CommandSchema)),
  change: oc.errors(errorMap).input(SettingsChangeSchema).output(SettingsSchema),
  resetSettings: oc.errors(errorMap).output(SettingsSchema),
  /** Opens a vault in place of the one that is open. @throws VAULT_* */
  open: oc
    .errors(errorMap)
    .input(z.object({ path: z.string().min(1).max(4096) }))
    .output(z.void()),
  openSample: oc.errors(errorMap).output(z.void()),
  /** Closes the vault: back to the welcome page. */
  close: oc.errors(errorMap).output(z.void()),
  /** Starts the engine anew at once: after a failure, or when a setting asks for it. */
  restart: oc.errors(errorMap).output(z.void()),
  forget: oc
    .errors(errorMap)
    .input(z.object({ path: z.string() }))
    .output(z.void()),
  /** Asks with the system's dialog; null when it was closed without an answer. Only where `about.dialogs`. */
  choose: oc.errors(errorMap).output(z.object({ path: z.string().nullable() })),
  /**
   * Asks with the system's dialog where to keep a text, and writes it there: over another file only where the dialog
   * was told so. Null when it was closed without an answer. Only where `about.dialogs`. @throws SAVE_FAILED
   */
  save: oc
    .errors(errorMap)
    .input(
      z.object({
        /** What the file is to be called unless the person calls it something else. */
        name: z
          .string()
          .min(1)
          .max(200)
          .regex(/^[^\\/:*?"<>|]+$/),
        text: z.string().max(50_000_000),
      }),
    )
    .output(z.object({ path: z.string().nullable() })),
  /** Folders within a folder (the home folder by default), without hidden ones, for a browser's own chooser. */
  folders: oc
    .errors(errorMap)
    .input(z.object({ path: z.string().max(4096).optional() }))
    .output(
      z.object({
        path: z.string(),
        parent: z.string().nullable(),
        folders: z.array(z.object({ name: z.string(), path: z.string(), vault: z.boolean() })),
        /** Markdown files directly in it. */
        notes: z.number(),
      }),
    ),
  /** Shows a file of the open vault in the system's file manager; the vault itself when no path is given. */
  reveal: oc
    .errors(errorMap)
    .input(z.object({ path: z.string().max(4096).optional() }))
    .output(z.void()),
  /** Opens a web page, a mail or an Obsidian link outside. @throws LINK_REFUSED for any other scheme */
  openExternal: oc
    .errors(errorMap)
    .input(z.object({ url: z.string().max(8192) }))
    .output(z.void()),
  /** What the window remembers (panes, tabs, history), by key; null when nothing is kept under it. */
  recall: oc
    .errors(errorMap)
    .input(z.object({ key: z.string().max(200) }))
    .output(z.unknown()),
  remember: oc
    .errors(errorMap)
    .input(z.object({ key: z.string().max(200), value: z.unknown() }))
    .output(z.void()),
};
export type HostContract = typeof hostContract;
export type HostClient = ContractRouterClient<HostContract>;
