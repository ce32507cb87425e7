import { useSyncExternalStore } from 'react';
import { useLayout } from '../state/layout.ts';
import { useSession } from '../state/session.ts';
import { crowded } from './fit.ts';

export interface Width {
  /** How large a pixel of the design has become. */
  readonly rem: number;
  readonly narrow: { readonly left: boolean; readonly right: boolean };
}

/** How wide the page is, as the panes see it. */
export function useWidth(): Width {
  const rem = useSession((s) => s.settings?.zoom ?? 1);
  const leftWanted = useLayout((s) => s.left);
  const left = useSyncExternalStore(onResize, () => crowded(innerWidth / rem, leftWanted).left);
  const right = useSyncExternalStore(onResize, () => crowded(innerWidth / rem, leftWanted).right);
  return { rem, narrow: { left, right } };
}

function onResize(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}
