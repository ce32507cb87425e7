import { useEffect, useState } from 'react';
import { type Layout, useLayout } from '../state/layout.ts';
import { useMemory } from './context.ts';

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

type Kept = Pick<Layout, 'left' | 'right' | 'leftView' | 'rightView' | 'leftSize' | 'rightSize'>;

const keep = ({ left, right, leftView, rightView, leftSize, rightSize }: Layout): Kept => ({
  left,
  right,
  leftView,
  rightView,
  leftSize,
  rightSize,
});

/** What of a remembered value can be used: it may come from another version, or have been edited. */
export function sane(value: unknown): Partial<Kept> {
  if (typeof value !== 'object' || value === null) return {};
  const { left, right, leftView, rightView, leftSize, rightSize } = value as Record<string, unknown>;
  return {
    ...(typeof left === 'boolean' && { left }),
    ...(typeof right === 'boolean' && { right }),
    ...((leftView === 'notes' || leftView === 'search') && { leftView }),
    ...((rightView === 'related' || rightView === 'outline' || rightView === 'backlinks') && { rightView }),
    ...(isSize(leftSize) && { leftSize }),
    ...(isSize(rightSize) && { rightSize }),
  };
}

const isSize = (value: unknown): value is number =>
  typeof value === 'number' && value >= 100 && value <= 2000;
