import { useEffect, useState } from 'react';
import { type Layout, useLayout } from '../state/layout.ts';
import { useMemory } from './context.ts';
import { type Kept, sane } from './sane-layout.ts';

const KEY = 'layout';

/** Brings the panes back as they were left, and remembers them from then on; says when that is done. */
export function useRememberedLayout(): boolean {
  const memory = useMemory();
  const [known, setKnown] = useState(false);
  useEffect(() => {
    let stop = () => {};
    let ended = false;
    void memory.recall(KEY).then((value) => {
      if (ended) return;
      useLayout.setState(sane(value));
      setKnown(true);
      stop = useLayout.subscribe((now, before) => {
        const kept = keep(now);
        if (JSON.stringify(kept) !== JSON.stringify(keep(before))) memory.remember(KEY, kept);
      });
    });
    return () => {
      ended = true;
      stop();
    };
  }, [memory]);
  return known;
}

const keep = ({ left, right, leftView, rightView, leftSize, rightSize }: Layout): Kept => ({
  left,
  right,
  leftView,
  rightView,
  leftSize,
  rightSize,
});
