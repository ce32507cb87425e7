import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { NoteText } from '../../../../contract/note.ts';
import { useEngine } from '../../../app/context.ts';
import { useReading } from '../../../state/reading.ts';
import { isMdx, type Rendering } from '../note/growing.ts';
import { noteQuery } from '../note/queries.ts';
import { useRendering } from '../note/rendering.ts';

export interface Shown {
  readonly note: NoteText;
  readonly rendering: Rendering;
}

interface Showing {
  /** What is on the page: the note asked for, or the one before it until that is there. */
  readonly shown: Shown | null;
  /** Another note was asked for than the one that is shown. */
  readonly waiting: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** A little more than a screen, beyond the place that is being read. */
const AHEAD = 12_000;

/**
 * The note to show. Another note, or another version of it, takes the place of what is shown once it can be drawn as far
 * as it is looked at: nothing flickers, and nothing jumps.
 */
export function useShown(path: string): Showing {
  const engine = useEngine();
  const query = useQuery({ ...noteQuery(engine, path), placeholderData: keepPreviousData });
  const note = query.data ?? null;
  const rendering = useRendering(note?.text ?? null, isMdx(note?.note.path ?? ''));
  const last = useRef<Shown | null>(null);
  const fresh = note && !query.isPlaceholderData ? { note, rendering } : null;
  if (fresh && canShow(fresh, last.current)) last.current = fresh;
  const error = query.isError ? query.error : null;
  const waiting = last.current?.note !== note || query.isPlaceholderData;
  return {
    shown: last.current,
    waiting: waiting && last.current !== null,
    error,
    retry: () => void query.refetch(),
  };
}

function canShow({ note, rendering }: Shown, before: Shown | null): boolean {
  if (rendering.done || note.note.kind === 'canvas') return true;
  if (rendering.text !== note.text) return false;
  if (before?.note.note.path !== note.note.path || before.note.text === note.text)
    return rendering.blocks.length > 0;
  const place = useReading.getState().inView?.start ?? 0;
  return (rendering.blocks.at(-1)?.end ?? 0) > place + AHEAD;
}
