import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useRememberedTree } from '../features/tree/index.ts';
import { useNoteIndexUpkeep } from '../find/use-note-index.ts';
import { useReading } from '../state/reading.ts';
import { useTabs } from '../state/tabs.ts';
import { Shell } from './Shell.tsx';
import { useChanges } from './use-changes.ts';
import { useNotesSync } from './use-notes-sync.ts';
import { useRememberedRecent } from './use-recent-notes.ts';
import { useRememberedChart } from './use-remembered-chart.ts';
import { useRememberedTabs } from './use-remembered-tabs.ts';

/** An open vault: another vault is another one of these. */
export function Vault({ path }: { readonly path: string }) {
  const queries = useQueryClient();
  useChanges();
  useNotesSync();
  useRememberedTree(path);
  useRememberedChart(path);
  useRememberedRecent(path);
  useNoteIndexUpkeep();
  const tabsKnown = useRememberedTabs(path);
  useEffect(
    () => () => {
      useTabs.getState().restore([], 0);
      useReading.getState().show(null);
      queries.clear();
    },
    [queries],
  );
  return tabsKnown ? <Shell /> : null;
}
