import type { Changes } from '../../contract/changes.ts';

type Listener = (changes: Changes) => void;

const listeners = new Set<Listener>();

/** Calls the listener with every change of the index, for as long as it is not taken away by the function returned. */
export function onChanges(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For `app/`, which listens to the engine once for all parts of the page. */
export function tellChanges(changes: Changes): void {
  for (const listener of listeners) listener(changes);
}
