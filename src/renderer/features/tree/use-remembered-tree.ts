import { useEffect } from 'react';
import { useMemory } from '../../app/context.ts';
import type { Sort } from './model.ts';
import { useTreeStore } from './store.ts';

const SORTS: readonly Sort[] = ['name', 'changed', 'date'];
/** More open folders than anybody looks at are not kept. */
const MOST = 2_000;

/** Brings back which of a vault's folders were open, and remembers it from then on. */
export function useRememberedTree(vault: string): void {
  const memory = useMemory();
  useEffect(() => {
    const key = `tree ${vault}`;
    let ended = false;
    let stop = () => {};
    void memory.recall(key).then((value) => {
      if (ended) return;
      const kept = sane(value);
      useTreeStore.setState({
        open: new Set(kept?.open),
        sort: kept?.sort ?? 'name',
        filter: '',
        active: null,
        fresh: kept === null,
      });
      stop = useTreeStore.subscribe((now, before) => {
        if (now.open !== before.open || now.sort !== before.sort)
          memory.remember(key, { open: [...now.open].slice(-MOST), sort: now.sort });
      });
    });
    return () => {
      ended = true;
      stop();
    };
  }, [memory, vault]);
}

function sane(value: unknown): { open: string[]; sort: Sort } | null {
  if (typeof value !== 'object' || value === null || !('open' in value) || !Array.isArray(value.open))
    return null;
  const sort = 'sort' in value ? SORTS.find((one) => one === value.sort) : undefined;
  return { open: value.open.filter((path) => typeof path === 'string'), sort: sort ?? 'name' };
}
