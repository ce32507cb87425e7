import { useEffect } from 'react';
import type { HostCommand } from '../../contract/host.ts';
import { runWhenThere } from '../state/commands.ts';
import { useLayout } from '../state/layout.ts';
import { useTabs } from '../state/tabs.ts';
import { useBoth } from './context.ts';

/** Does what menus, links from outside and other windows ask of the page. */
export function useHostCommands(): void {
  const { host, engine } = useBoth();
  useEffect(() => {
    const ended = new AbortController();
    const obey = async (command: HostCommand) => {
      if (command.do === 'command') runWhenThere(command.id, ended.signal);
      else if (command.do === 'search') useLayout.getState().ask(command.query);
      else useTabs.getState().open(await pathOf(command.note));
    };
    // A link names a note as people do; the engine knows which one that is. What it does not know, the reader says.
    const pathOf = (note: string) =>
      engine.note({ note }, { signal: ended.signal }).then(
        (found) => found.note.path,
        () => note,
      );
    void (async () => {
      const commands = await host.commands(undefined, { signal: ended.signal });
      for await (const command of commands) void obey(command);
    })().catch(() => {});
    return () => ended.abort();
  }, [host, engine]);
}
