import { useSyncExternalStore } from 'react';
import { useSession } from '../state/session.ts';

/** Below this many pixels, at zoom 1, the right pane has no place of its own. */
const NARROW = 760;

/** How wide the page is, and how large a pixel of the design has become. */
export function useWidth(): { readonly rem: number; readonly narrow: boolean } {
  const rem = useSession((s) => s.settings?.zoom ?? 1);
  const narrow = useSyncExternalStore(onResize, () => innerWidth < NARROW * rem);
  return { rem, narrow };
}

function onResize(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}
