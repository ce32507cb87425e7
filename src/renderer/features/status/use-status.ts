import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Progress, Status } from '../../../contract/status.ts';
import { useEngine } from '../../app/context.ts';
import { onChanges } from '../../state/changes.ts';
import { pace } from './pace.ts';

/** Numbers that change more often than this cannot be read. */
const EVERY = 250;
/** Counts are asked for this often while they grow. */
const WORKING = 4000;
/** And this often at rest: a folder that goes away, or comes back, is no phase of the work. */
const RESTING = 5000;

/** The newest progress, at a pace that can be read; null until the engine has told one. */
export const useProgress = create<{ readonly progress: Progress | null }>(() => ({ progress: null }));

export const isWorking = (progress: Progress | null): boolean =>
  progress !== null && ['scanning', 'reading', 'embedding'].includes(progress.phase);

/** Follows the engine's progress, for as long as it is mounted: once in the page. */
export function useProgressSync(): void {
  const engine = useEngine();
  const queries = useQueryClient();
  useEffect(() => {
    const ended = new AbortController();
    const refresh = () => void queries.invalidateQueries({ queryKey: ['status'] });
    const pacer = pace<Progress>(
      (progress) => {
        const before = useProgress.getState().progress;
        useProgress.setState({ progress });
        if (before && before.phase !== progress.phase) refresh();
      },
      EVERY,
      (before, now) => before.phase !== now.phase,
    );
    void (async () => {
      for await (const progress of await engine.progress(undefined, { signal: ended.signal }))
        pacer.push(progress);
    })().catch(() => {});
    const quiet = onChanges(refresh);
    return () => {
      ended.abort();
      pacer.stop();
      quiet();
      useProgress.setState({ progress: null });
    };
  }, [engine, queries]);
}

/** How the engine stands: model, counts, notices. Asked for again at every phase, and now and then while it works. */
export function useStatus(): Status | undefined {
  const engine = useEngine();
  const working = useProgress((s) => isWorking(s.progress));
  return useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => engine.status(undefined, { signal }),
    refetchInterval: working ? WORKING : RESTING,
    placeholderData: (before) => before,
  }).data;
}
