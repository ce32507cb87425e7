import { useEffect } from 'react';
import { noteRead, useRecentNotes } from '../state/recent-notes.ts';
import { placeOf, useTabs } from '../state/tabs.ts';
import { useMemory } from './context.ts';

/** Remembers which notes of a vault were read last. */
export function useRememberedRecent(vault: string): void {
  const memory = useMemory();
  useEffect(() => {
    const key = `recent ${vault}`;
    let ended = false;
    let stop = () => {};
    useRecentNotes.setState({ paths: [] });
    void memory.recall(key).then((value) => {
      if (ended) return;
      const now = useRecentNotes.getState().paths;
      const before = Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
      useRecentNotes.setState({ paths: [...now, ...before.filter((path) => !now.includes(path))] });
      stop = useRecentNotes.subscribe(({ paths }) => memory.remember(key, paths));
    });
    const leave = useTabs.subscribe((s) => {
      const place = placeOf(s);
      if (place) noteRead(place.path);
    });
    return () => {
      ended = true;
      stop();
      leave();
    };
  }, [memory, vault]);
}
