import { useEffect } from 'react';
import { titleOf } from '../features/tabs/index.ts';
import { useNotes } from '../state/notes.ts';
import { useSession } from '../state/session.ts';
import { placeOf, useTabs } from '../state/tabs.ts';

/** Names the window, or the browser's tab, after the note and the vault. */
export function useTitle(): void {
  const vault = useSession((s) => s.state?.vault?.name);
  const path = useTabs((s) => placeOf(s)?.path);
  const note = useNotes((s) => (path === undefined ? undefined : s.byPath.get(path)));
  const shown = vault && path !== undefined ? titleOf(path, note) : undefined;
  useEffect(() => {
    document.title = [shown, vault, 'Portolan'].filter(Boolean).join(' · ');
  }, [shown, vault]);
}
