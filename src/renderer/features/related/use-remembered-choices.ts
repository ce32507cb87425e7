import { useEffect } from 'react';
import { useMemory } from '../../app/context.ts';
import type { Follower } from './follower.ts';
import { saneChoices, toKeep } from './remembered.ts';

/** Brings back what was chosen for the vault's related notes, and remembers it from then on. */
export function useRememberedChoices(follower: Follower, vault: string | undefined): void {
  const memory = useMemory();
  useEffect(() => {
    if (vault === undefined) return;
    const key = `related ${vault}`;
    const { store } = follower;
    let ended = false;
    let stop = () => {};
    const before = store.getState();
    void memory.recall(key).then((value) => {
      if (ended) return;
      const now = store.getState();
      // Whoever chose something meanwhile meant it.
      const untouched =
        now.mode === before.mode && now.unlinkedOnly === before.unlinkedOnly && now.filter === before.filter;
      const { filter, ...kept } = saneChoices(value);
      const { paths } = now.filter;
      const next = { ...kept, filter: paths ? { ...filter, paths } : filter };
      if (untouched && !same(toKeep(now), toKeep(next))) follower.choose(next);
      let last = toKeep(store.getState());
      stop = store.subscribe((state) => {
        const next = toKeep(state);
        if (same(last, next)) return;
        last = next;
        memory.remember(key, next);
      });
    });
    return () => {
      ended = true;
      stop();
    };
  }, [memory, follower, vault]);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
