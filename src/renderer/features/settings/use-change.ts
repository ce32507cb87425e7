import { create } from 'zustand';
import type { SettingsChange } from '../../../contract/settings.ts';
import { useHost } from '../../app/context.ts';

/** Why the last change could not be made; null when it could. */
export const useChangeError = create<{ readonly error: unknown }>(() => ({ error: null }));

/** Changes settings: at once, and what goes wrong is shown at the foot of the settings. */
export function useChange(): (change: SettingsChange) => Promise<boolean> {
  const host = useHost();
  return (change) => attempt(() => host.change(change));
}

/** Does something that belongs to the settings; false, with the error kept, when it fails. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    useChangeError.setState({ error: null });
    return true;
  } catch (error) {
    useChangeError.setState({ error });
    return false;
  }
}
