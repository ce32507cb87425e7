import { create } from 'zustand';

/** What a search has found, for whoever shows it elsewhere: on the chart. Written by the search pane. */
export const useHitPaths = create<{ readonly paths: readonly string[] | null }>(() => ({ paths: null }));

export const setHits = (paths: readonly string[] | null): void => useHitPaths.setState({ paths });
