import { useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../contract/settings.ts';
import { dark, showTheme } from './theme.ts';

/** Everything is sized in rem: the root's type size zooms it. */
function showZoom(zoom: number): void {
  document.documentElement.style.fontSize = `${zoom * 100}%`;
}

/** Keeps theme, zoom and language of the root element as the person wants them. */
export function useAppearance({ theme, zoom }: Pick<Settings, 'theme' | 'zoom'>, locale: string): void {
  const systemDark = useSyncExternalStore(
    (onChange) => {
      dark.addEventListener('change', onChange);
      return () => dark.removeEventListener('change', onChange);
    },
    () => dark.matches,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the system's theme is what 'system' means
  useEffect(() => showTheme(theme), [theme, systemDark]);
  useEffect(() => showZoom(zoom), [zoom]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
}
