import { useSyncExternalStore } from 'react';

const current = (): 'light' | 'dark' =>
  document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';

function listen(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** The theme that the page shows now. */
export const useTheme = (): 'light' | 'dark' => useSyncExternalStore(listen, current);
