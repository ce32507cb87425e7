import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Span } from '../../../../common/span.ts';
import { type Place, placeOf, useTabs } from '../../../state/tabs.ts';
import { findHeading } from '../note/places.ts';
import type { BodyHandle } from './Body.tsx';
import type { Shown } from './use-shown.ts';

interface Parts {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<BodyHandle | null>;
  readonly light: (span: Span | null) => void;
}

/** A place of the tab's, or an offset that a pane asks for. */
type Goal = Place & { readonly offset?: number };

interface Arrival {
  /** Tries once more to reach what is asked for. */
  readonly arrive: () => void;
  /** Goes to an offset, as soon as it is there to go to. */
  readonly jump: (offset: number) => void;
}

/**
 * Takes the reader to where the tab asks for: a passage, lit up; a heading; a block; or where the place was left. Where
 * that is not drawn yet it is tried again as blocks come.
 */
export function useArrival(shown: Shown, { scroller, body, light }: Parts): Arrival {
  const asked = useTabs((s) => s.asked);
  const path = shown.note.note.path;
  const goal = useRef<Goal | null>(null);
  const latest = useRef(shown);
  latest.current = shown;
  const arrivedAt = useRef('');

  const arrive = useCallback(() => {
    const place = goal.current;
    const { note, rendering } = latest.current;
    if (!place || place.path !== note.note.path || !body.current || !scroller.current) return;
    if (goTo(place, latest.current, { scroller, body, light }) || rendering.done) goal.current = null;
  }, [body, scroller, light]);

  useEffect(() => {
    const place = placeOf(useTabs.getState());
    const visit = `${asked} ${path}`;
    if (place?.path !== path || arrivedAt.current === visit) return;
    arrivedAt.current = visit;
    goal.current = place;
    light(null);
    // The page of the note before keeps its scroll otherwise.
    if (scroller.current && place.scroll === undefined && !place.at && !place.heading && !place.block)
      scroller.current.scrollTop = 0;
    arrive();
  }, [asked, path, arrive, light, scroller]);

  const jump = useCallback(
    (offset: number) => {
      goal.current = { path, offset };
      arrive();
    },
    [path, arrive],
  );
  return { arrive, jump };
}

/** Whether the goal was reached. */
function goTo(place: Goal, { note, rendering }: Shown, { scroller, body, light }: Parts): boolean {
  const { blocks, done } = rendering;
  const drawnTo = blocks.at(-1)?.end ?? 0;
  if (place.offset !== undefined) {
    if (drawnTo < place.offset && !done) return false;
    body.current!.reveal(place.offset);
    return true;
  }
  if (place.scroll !== undefined) {
    scroller.current!.scrollTop = place.scroll;
    return Math.abs(scroller.current!.scrollTop - place.scroll) < 2;
  }
  const target = targetOf(place, { note, rendering });
  if (!target) return done || (!place.at && !place.heading && !place.block);
  if (target.end <= (rendering.properties?.end ?? 0)) {
    scroller.current!.scrollTop = 0;
    return true;
  }
  if (drawnTo < target.start && !done) return false;
  body.current!.reveal(target.start, place.at ? 72 : undefined);
  if (place.at || place.block) light(target);
  return true;
}

function targetOf(place: Place, { note, rendering }: Shown): Span | null {
  if (place.at) return place.at;
  if (place.block) {
    const id = place.block.toLowerCase();
    return rendering.blocks.find(({ blockIds }) => blockIds.some((own) => own.toLowerCase() === id)) ?? null;
  }
  if (!place.heading) return null;
  const found = findHeading(note.headings, place.heading.split('#'));
  return note.headings[found] ?? null;
}
