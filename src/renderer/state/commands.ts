import { create } from 'zustand';
import type { MessageId } from '../i18n/catalogue.ts';

/** Something a person can do: from the palette, by keys, from the desktop's menus. */
export interface Command {
  readonly id: string;
  readonly title: MessageId;
  /** As in `Mod+Shift+F`; Mod is Cmd on a Mac, Ctrl elsewhere. */
  readonly keys?: string;
  readonly run: () => void;
  /** False: not offered and without effect now. */
  readonly when?: () => boolean;
}

interface Commands {
  readonly all: ReadonlyMap<string, Command>;
  /** Adds commands, replacing those of the same ids; the function returned takes them away again. */
  register(commands: readonly Command[]): () => void;
}

export const useCommands = create<Commands>((set, get) => ({
  all: new Map(),
  register: (commands) => {
    set({ all: new Map([...get().all, ...commands.map((c) => [c.id, c] as const)]) });
    return () => {
      const all = new Map(get().all);
      for (const command of commands) if (all.get(command.id) === command) all.delete(command.id);
      set({ all });
    };
  },
}));

/** Runs a command if it is there and makes sense now; says whether it did. */
export function runCommand(id: string): boolean {
  const command = useCommands.getState().all.get(id);
  if (!command || command.when?.() === false) return false;
  command.run();
  return true;
}
