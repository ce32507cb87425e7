import { useSyncExternalStore } from 'react';
import { DARK, LIGHT, type Palette } from '../../chart/palette.ts';

const isDark = () => document.documentElement.dataset.theme === 'dark';

/** The palette of the theme that is shown. */
export function usePalette(): Palette {
  return useSyncExternalStore(follow, isDark) ? DARK : LIGHT;
}

function follow(onChange: () => void): () => void {
  const watching = new MutationObserver(onChange);
  watching.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => watching.disconnect();
}
