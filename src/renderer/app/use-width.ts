import { useSyncExternalStore } from 'react';
import { useSession } from '../state/session.ts';

/** Below these many pixels, at zoom 1, a pane has no place of its own beside the note. */
const NARROW = { right: 764, left: 574 } as const;

export interface Width {
  /** How large a pixel of the design has become. */
  readonly rem: number;
  readonly narrow: { readonly left: boolean; readonly right: boolean };
}

/** How wide the page is, as the panes see it. */
export function useWidth(): Width {
  const rem = useSession((s) => s.settings?.zoom ?? 1);
  const left = useSyncExternalStore(onResize, () => innerWidth < NARROW.left * rem);
  const right = useSyncExternalStore(onResize, () => innerWidth < NARROW.right * rem);
  return { rem, narrow: { left, right } };
}

function onResize(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}
