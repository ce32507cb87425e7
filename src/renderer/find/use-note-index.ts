import { useEffect } from 'react';
import { create } from 'zustand';
import type { EngineClient } from '../../contract/client.ts';
import type { NoteEntry, NoteHeadings } from '../../contract/notes.ts';
import { useEngine } from '../app/context.ts';
import { onChanges } from '../state/changes.ts';
import { useNotes } from '../state/notes.ts';
import { NoteIndex } from './note-index.ts';

interface Kept {
  /** The latest complete one; null before there is any. */
  readonly index: NoteIndex | null;
  /** The list that it was made from. */
  readonly list: readonly NoteEntry[] | null;
  readonly headings: readonly NoteHeadings[] | null;
  /** Notes have changed since the headings were asked for. */
  readonly stale: boolean;
}

const NOTHING: Kept = { index: null, list: null, headings: null, stale: true };
const useKept = create<Kept>(() => NOTHING);

/** Milliseconds after which a page that just opened a vault is taken to rest. */
const REST = 2_000;

/**
 * Names of all notes to go to, kept as fresh as somebody looks at them: put together once when the page rests, then
 * whenever they are `wanted` and the vault has changed. The one before answers until the next one is there.
 */
export function useNoteIndex(wanted: boolean): NoteIndex | null {
  const engine = useEngine();
  const list = useNotes((s) => s.list);
  const index = useKept((s) => s.index);
  useEffect(() => {
    if (!list || !(wanted || useKept.getState().index === null)) return;
    const ended = new AbortController();
    const timer = setTimeout(
      () => void freshen(list, wanted ? engine : null, ended.signal).catch(() => {}),
      wanted ? 0 : REST,
    );
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [engine, list, wanted]);
  return index;
}

async function freshen(
  list: readonly NoteEntry[],
  engine: EngineClient | null,
  signal: AbortSignal,
): Promise<void> {
  const kept = useKept.getState();
  let { index } = kept;
  if (!index || kept.list !== list) {
    index = await NoteIndex.build(list, signal);
    if (kept.headings) index = await index.withHeadings(kept.headings, signal);
    useKept.setState({ index, list });
  }
  if (!engine || !useKept.getState().stale) return;
  useKept.setState({ stale: false });
  const { notes: headings } = await engine.headings(undefined, { signal }).catch((error) => {
    useKept.setState({ stale: true });
    throw error;
  });
  useKept.setState({ headings });
  useKept.setState({ index: await index.withHeadings(headings, signal) });
}

/** Hears of changes for as long as a vault is open, and forgets all with it. */
export function useNoteIndexUpkeep(): void {
  useEffect(() => {
    const stop = onChanges(({ changed, removed, everything }) => {
      if (changed.length || removed.length || everything) useKept.setState({ stale: true });
    });
    return () => {
      stop();
      useKept.setState(NOTHING, true);
    };
  }, []);
}
