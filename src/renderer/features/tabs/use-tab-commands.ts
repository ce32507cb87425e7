import { useEffect } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { type Command, useCommands } from '../../state/commands.ts';
import { useNotes } from '../../state/notes.ts';
import { useSession } from '../../state/session.ts';
import { canStep, useTabs } from '../../state/tabs.ts';
import { titleOf } from './tab-title.ts';

/** What can be done with tabs, by keys and by name. */
export function useTabCommands(): void {
  const t = useT();
  // A browser keeps Ctrl+W and Ctrl+Tab for its own tabs.
  const own = useSession((s) => s.about?.shell === 'electron');
  useEffect(() => {
    const tabs = useTabs.getState;
    const shown = () => tabs().active;
    const some = () => tabs().tabs.length > 0;
    const several = () => tabs().tabs.length > 1;
    const commands: Command[] = [
      {
        id: 'nav.back',
        title: 'tabs.back',
        keys: 'Alt+ArrowLeft',
        run: () => tabs().back(),
        when: () => canStep(tabs(), -1),
      },
      {
        id: 'nav.forward',
        title: 'tabs.forward',
        keys: 'Alt+ArrowRight',
        run: () => tabs().forward(),
        when: () => canStep(tabs(), 1),
      },
      {
        id: 'tab.close',
        title: 'tabs.close',
        keys: own ? 'Mod+W' : 'Alt+W',
        run: () => {
          announce(t('tabs.closed', { title: titleOfTab(shown()) }));
          tabs().close(shown());
        },
        when: some,
      },
      {
        id: 'tab.reopen',
        title: 'tabs.reopen',
        keys: own ? 'Mod+Shift+T' : 'Alt+Shift+T',
        run: () => tabs().reopen(),
        when: () => tabs().closed.length > 0,
      },
      {
        id: 'tab.closeOthers',
        title: 'tabs.closeOthers',
        run: () => tabs().closeOthers(shown()),
        when: several,
      },
      {
        id: 'tab.next',
        title: 'tabs.next',
        keys: own ? 'Ctrl+Tab' : 'Alt+PageDown',
        run: () => step(1),
        when: several,
      },
      {
        id: 'tab.previous',
        title: 'tabs.previous',
        keys: own ? 'Ctrl+Shift+Tab' : 'Alt+PageUp',
        run: () => step(-1),
        when: several,
      },
      { id: 'tab.left', title: 'tabs.left', keys: 'Alt+Shift+PageUp', run: () => move(-1), when: several },
      { id: 'tab.right', title: 'tabs.right', keys: 'Alt+Shift+PageDown', run: () => move(1), when: several },
    ];
    const move = (by: number) => {
      const at = indexOf(shown()) + by;
      const count = tabs().tabs.length;
      if (at < 0 || at >= count) return;
      tabs().move(shown(), at);
      announce(t('tabs.moved', { title: titleOfTab(shown()), at: at + 1, count }));
    };
    return useCommands.getState().register(commands);
  }, [t, own]);
}

const indexOf = (id: number) => useTabs.getState().tabs.findIndex((tab) => tab.id === id);

function step(by: number): void {
  const { tabs, active, select } = useTabs.getState();
  const to = tabs[(indexOf(active) + by + tabs.length) % tabs.length];
  if (to) select(to.id);
}

function titleOfTab(id: number): string {
  const tab = useTabs.getState().tabs.find((one) => one.id === id);
  const path = tab?.places[tab.now]?.path ?? '';
  return titleOf(path, useNotes.getState().byPath.get(path));
}
