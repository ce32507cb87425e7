import { startTransition, useEffect } from 'react';
import { onChanges } from '../state/changes.ts';
import { mergeNotes, Pending } from '../state/merge-notes.ts';
import { setNotes, useNotes } from '../state/notes.ts';
import { Paced } from '../state/paced.ts';
import { useEngine } from './context.ts';

/** While thousands of notes stream in, the list is asked for this often, and less often where it takes long. */
const PAUSE = 1_000;

/** Keeps the list of all notes as the engine has it: told whole at first, then of what changed. */
export function useNotesSync(): void {
  const engine = useEngine();
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const pending = new Pending();
    const refresh = new Paced(async () => {
      const { list } = useNotes.getState();
      const asked = pending.take();
      try {
        if (asked === 'all' || list === null) {
          const { notes } = await engine.notes(undefined, { signal });
          if (!signal.aborted) startTransition(() => setNotes(notes));
        } else if (asked.size > 0) {
          const { notes } = await engine.notes({ paths: [...asked] }, { signal });
          const merged = mergeNotes(list, asked, notes);
          if (!signal.aborted && merged !== list) startTransition(() => setNotes(merged));
        }
      } catch (error) {
        // What was not told has to be asked about again, and may be more by then.
        pending.all();
        throw error;
      }
    }, PAUSE);
    // Asked once the engine answers at all: its start is no measure of what the list costs.
    void engine
      .status(undefined, { signal })
      .catch(() => {})
      .then(() => refresh.want());
    const stop = onChanges((changes) => {
      pending.add(changes);
      if (changes.changed.length || changes.removed.length || changes.everything) refresh.want();
    });
    return () => {
      ended.abort();
      stop();
      refresh.end();
      setNotes(null);
    };
  }, [engine]);
}
