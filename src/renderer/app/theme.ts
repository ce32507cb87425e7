import type { Settings } from '../../contract/settings.ts';

export const dark = matchMedia('(prefers-color-scheme: dark)');

/** Day or night on the root element: before the settings are known, as the system has it. */
export function showTheme(theme: Settings['theme'] = 'system'): void {
  const is = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  document.documentElement.dataset.theme = is;
}
