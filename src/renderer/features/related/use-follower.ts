import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { EngineClient } from '../../../contract/client.ts';
import { useEngine } from '../../app/context.ts';
import { onChanges } from '../../state/changes.ts';
import { useReading } from '../../state/reading.ts';
import { narrowedTo, useSelected } from '../../state/selection.ts';
import { useSession } from '../../state/session.ts';
import { placeOf, useTabs } from '../../state/tabs.ts';
import { ask } from './answer.ts';
import { Follower, type Following } from './follower.ts';
import { within } from './narrowing.ts';
import { useRememberedChoices } from './use-remembered-choices.ts';

/** Milliseconds within which a note's text is usually on the page. */
const TEXT_FIRST = 120;

/** One for each engine: what is shown and pinned outlives a pane that is closed for a while. */
const followers = new WeakMap<EngineClient, { follower: Follower; vault: string | undefined }>();

function followerOf(engine: EngineClient) {
  const known = followers.get(engine);
  if (known) return known;
  const made = {
    follower: new Follower((question, signal) => ask(engine, question, signal)),
    vault: useSession.getState().state?.vault?.path,
  };
  followers.set(engine, made);
  return made;
}

/** The follower of what is read, for as long as the panel is in view. */
export function useFollower(): { readonly follower: Follower; readonly following: Following } {
  const known = followerOf(useEngine());
  const { follower } = known;
  const vault = useSession((s) => s.state?.vault?.path);

  useEffect(() => {
    if (known.vault !== vault) follower.reset();
    known.vault = vault;
  }, [known, follower, vault]);
  useRememberedChoices(follower, vault);

  useEffect(() => {
    let late: ReturnType<typeof setTimeout> | undefined;
    const followNow = () => {
      clearTimeout(late);
      late = undefined;
      const path = placeOf(useTabs.getState())?.path ?? null;
      const { path: shown, cursor, inView } = useReading.getState();
      follower.read(path, shown === path ? (cursor ?? inView) : null);
    };
    // The text comes first: the engine is asked what goes with it when it is shown, or takes its time.
    const follow = () => {
      const path = placeOf(useTabs.getState())?.path ?? null;
      if (path === null || useReading.getState().path === path) followNow();
      else late ??= setTimeout(followNow, TEXT_FIRST);
    };
    const ends = [
      useTabs.subscribe(follow),
      useReading.subscribe(follow),
      onChanges((changes) => follower.changed(changes)),
      follower.start(),
    ];
    follow();
    return () => {
      clearTimeout(late);
      for (const end of ends) end();
    };
  }, [follower]);

  // What is narrowed to the notes selected on the chart stays so while the selection is another, and ends with it…
  useEffect(() => {
    const narrow = () => {
      const paths = narrowedTo(useSelected.getState());
      const { filter } = follower.store.getState();
      if (paths !== null || filter.paths) follower.choose({ filter: within(filter, paths) });
    };
    narrow();
    return useSelected.subscribe((now, before) => {
      if (narrowedTo(now) !== narrowedTo(before)) narrow();
    });
  }, [follower]);
  // …or when the person takes the filter away.
  useEffect(
    () =>
      follower.store.subscribe(({ filter }, { filter: before }) => {
        if (before.paths && !filter.paths) useSelected.getState().narrow(false);
      }),
    [follower],
  );

  return { follower, following: useStore(follower.store) };
}
