import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import type { Connection } from './connect/connection.ts';
import { ahead } from './state/ahead.ts';
import { firstSight } from './state/first-sight.ts';

/** Draws the page. */
export function mount(connection: Connection): void {
  const stop = firstSight.subscribe(() => {
    stop();
    ahead.end();
  });
  createRoot(document.getElementById('root')!).render(<App connection={connection} />);
}
