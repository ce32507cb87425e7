import { useEffect } from 'react';
import { useCommands } from '../state/commands.ts';
import { useLayout } from '../state/layout.ts';
import { useSession } from '../state/session.ts';
import { useHost } from './context.ts';

/** What can be done whether or not a vault is open. */
export function usePageCommands(): void {
  const host = useHost();
  useEffect(() => {
    const { set } = useLayout.getState();
    const openVault = async () => {
      // Without a dialog of the system, Portolan has one of its own. What is open stays so until another is chosen.
      if (!useSession.getState().about?.dialogs) return set({ sheet: 'folder' });
      const { path } = await host.choose();
      if (path !== null) await host.open({ path });
    };
    return useCommands.getState().register([
      {
        id: 'settings.open',
        title: 'app.cmdSettings',
        keys: 'Mod+,',
        run: () => set({ sheet: 'settings' }),
      },
      { id: 'vault.open', title: 'app.openFolder', run: () => void openVault().catch(() => {}) },
    ]);
  }, [host]);
}
