import { useState } from 'react';
import { useHost } from '../../app/context.ts';

/** Opening a vault from the welcome page: one at a time, and what became of it. */
export interface Opening {
  /** What is being opened: a path, 'sample', or 'choose' while the system's dialog is open. */
  readonly busy: string | null;
  readonly error: unknown;
  open(path: string): Promise<boolean>;
  sample(): Promise<boolean>;
  /** Asks with the system's dialog. */
  choose(): Promise<boolean>;
  clear(): void;
}

export function useOpen(): Opening {
  const host = useHost();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const doing = async (what: string, work: () => Promise<unknown>) => {
    setBusy(what);
    setError(null);
    try {
      await work();
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(null);
    }
  };
  return {
    busy,
    error,
    open: (path) => doing(path, () => host.open({ path })),
    sample: () => doing('sample', () => host.openSample()),
    choose: () =>
      doing('choose', async () => {
        const { path } = await host.choose();
        if (path !== null) await host.open({ path });
      }),
    clear: () => setError(null),
  };
}
