import { useEffect } from 'react';
import { useCommands } from '../../state/commands.ts';
import type { Follower } from './follower.ts';

/** What can be done with the panel from the palette and by keys, while it is in view. */
export function useRelatedCommands(follower: Follower): void {
  useEffect(() => {
    const { getState } = follower.store;
    return useCommands.getState().register([
      {
        id: 'related.mode',
        title: 'related.command.passages',
        run: () => follower.choose({ mode: getState().mode === 'notes' ? 'passages' : 'notes' }),
      },
      {
        id: 'related.unlinked',
        title: 'related.command.unlinked',
        run: () => follower.choose({ unlinkedOnly: !getState().unlinkedOnly }),
      },
      { id: 'related.pin', title: 'related.command.pin', run: () => follower.pin(!getState().pinned) },
    ]);
  }, [follower]);
}
