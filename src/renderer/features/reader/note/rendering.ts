import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { growing, type Rendering, warmRenderer } from './growing.ts';

const NOTHING: Rendering = { text: '', properties: null, blocks: [], plain: [], done: false };
const none = () => () => {};
const nothing = () => NOTHING;

/** What a text looks like, as far as that is known by now; null asks for nothing. */
export function useRendering(text: string | null, mdx: boolean): Rendering {
  const source = useMemo(() => (text === null ? null : growing(text, mdx)), [text, mdx]);
  useEffect(warmRenderer, []);
  return useSyncExternalStore(source?.subscribe ?? none, source?.snapshot ?? nothing);
}
