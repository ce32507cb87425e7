import { startTransition, useEffect } from 'react';
import { onChanges } from '../state/changes.ts';
import { setNotes } from '../state/notes.ts';
import { Paced } from '../state/paced.ts';
import { useEngine } from './context.ts';

/** While thousands of notes stream in, the list is asked for this often, and less often where it takes long. */
const PAUSE = 1_000;

/** Keeps the list of all notes as the engine has it. */
export function useNotesSync(): void {
  const engine = useEngine();
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const refresh = new Paced(async () => {
      const { notes } = await engine.notes(undefined, { signal });
      if (!signal.aborted) startTransition(() => setNotes(notes));
    }, PAUSE);
    // Asked once the engine answers at all: its start is no measure of what the list costs.
    void engine
      .status(undefined, { signal })
      .catch(() => {})
      .then(() => refresh.want());
    const stop = onChanges(({ changed, removed, everything }) => {
      if (changed.length || removed.length || everything) refresh.want();
    });
    return () => {
      ended.abort();
      stop();
      refresh.end();
      setNotes(null);
    };
  }, [engine]);
}
