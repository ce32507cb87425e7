import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import type { EngineClient } from '../../../contract/client.ts';
import { useEngine } from '../../app/context.ts';
import { onChanges } from '../../state/changes.ts';
import { useLayout } from '../../state/layout.ts';
import { useSession } from '../../state/session.ts';
import { Seeker, type Seeking } from './seeker.ts';

interface Known {
  readonly seeker: Seeker;
  vault: string | undefined;
  /** The last question of others that was taken up. */
  asked: number;
}

/** One for each engine: a question and its answer outlive a pane that is closed for a while. */
const seekers = new WeakMap<EngineClient, Known>();

function seekerOf(engine: EngineClient): Known {
  const known = seekers.get(engine);
  if (known) return known;
  const vault = useSession.getState().state?.vault?.path;
  const made: Known = { seeker: new Seeker(engine), vault, asked: 0 };
  seekers.set(engine, made);
  return made;
}

/** The search of the open vault; takes up what other parts of the page ask, and the focus with it. */
export function useSeeker(field: RefObject<HTMLInputElement | null>): {
  readonly seeker: Seeker;
  readonly seeking: Seeking;
} {
  const known = seekerOf(useEngine());
  const { seeker } = known;
  const vault = useSession((s) => s.state?.vault?.path);
  const question = useLayout((s) => s.question);

  useEffect(() => {
    if (known.vault !== vault) seeker.reset();
    known.vault = vault;
  }, [known, seeker, vault]);

  // Before anything is painted: whoever sees the field and types would have the first letters selected, and lose them.
  useLayoutEffect(() => {
    if (known.asked === question.asked) return;
    known.asked = question.asked;
    if (question.text !== null) {
      seeker.choose('search');
      seeker.type(question.text);
    }
    field.current?.focus();
    field.current?.select();
  }, [known, seeker, question, field]);

  useEffect(() => {
    // While the pane was closed nobody listened.
    seeker.changed();
    return onChanges(() => seeker.changed());
  }, [seeker]);
  return { seeker, seeking: useStore(seeker.store) };
}
