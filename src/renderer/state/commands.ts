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

/**
 * Runs a command now, or as soon as it is there: the window's menus and links may ask before the page is ready. Nothing
 * is waited for once the signal aborts, and only for the newest that was asked for.
 */
export function runWhenThere(id: string, signal: AbortSignal): void {
  stopWaiting();
  if (useCommands.getState().all.has(id)) {
    runCommand(id);
    return;
  }
  const stop = useCommands.subscribe(({ all }) => {
    if (!all.has(id)) return;
    stopWaiting();
    // Who registers it is still at it, and so may be others whom it needs.
    queueMicrotask(() => runCommand(id));
  });
  stopWaiting = () => {
    stop();
    signal.removeEventListener('abort', stopWaiting);
    stopWaiting = () => {};
  };
  signal.addEventListener('abort', stopWaiting);
}

let stopWaiting = () => {};

/** Runs a command if it is there and makes sense now; says whether it did. */
export function runCommand(id: string): boolean {
  const command = useCommands.getState().all.get(id);
  if (!command || command.when?.() === false) return false;
  command.run();
  return true;
}
