import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useEngine } from '../../app/context.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { useProgress } from '../status/use-status.ts';

/** An engine that has nothing to do does not tell that it has done it. */
const LONGEST = 5000;

export interface Retry {
  /** Paths that are being read again. */
  readonly pending: ReadonlySet<string>;
  readonly error: unknown;
  retry(paths: readonly string[]): void;
}

const NONE: ReadonlySet<string> = new Set();

/** Reads files again, and asks for the ledger once the engine rests. */
export function useRetry(): Retry {
  const t = useT();
  const engine = useEngine();
  const queries = useQueryClient();
  const phase = useProgress((s) => s.progress?.phase);
  const [pending, setPending] = useState(NONE);
  const [error, setError] = useState<unknown>(null);
  const wasBusy = useRef(false);
  useEffect(() => {
    const busy = phase !== undefined && phase !== 'idle';
    if (wasBusy.current && !busy) {
      setPending(NONE);
      void queries.invalidateQueries({ queryKey: ['ledger'] });
    }
    wasBusy.current = busy;
  }, [phase, queries]);
  useEffect(() => {
    if (pending.size === 0) return;
    const timer = setTimeout(() => {
      setPending(NONE);
      void queries.invalidateQueries({ queryKey: ['ledger'] });
    }, LONGEST);
    return () => clearTimeout(timer);
  }, [pending, queries]);
  return {
    pending,
    error,
    retry: (paths) => {
      setError(null);
      setPending(new Set(paths));
      announce(t('problems.said.retry', { count: paths.length }));
      engine.retry({ paths: [...paths] }).catch((failure: unknown) => {
        setPending(NONE);
        setError(failure);
      });
    },
  };
}
