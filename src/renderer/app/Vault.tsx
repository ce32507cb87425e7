import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTabs } from '../state/tabs.ts';
import { Shell } from './Shell.tsx';
import { useChanges } from './use-changes.ts';
import { useNotesSync } from './use-notes-sync.ts';
import { useRememberedTabs } from './use-remembered-tabs.ts';

/** An open vault: another vault is another one of these. */
export function Vault({ path }: { readonly path: string }) {
  const queries = useQueryClient();
  useChanges();
  useNotesSync();
  const tabsKnown = useRememberedTabs(path);
  useEffect(
    () => () => {
      useTabs.getState().restore([], 0);
      queries.clear();
    },
    [queries],
  );
  return tabsKnown ? <Shell /> : null;
}
