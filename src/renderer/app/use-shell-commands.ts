import { useEffect } from 'react';
import { useT } from '../i18n/use-t.ts';
import { announce } from '../state/announce.ts';
import { type Command, useCommands } from '../state/commands.ts';
import { type RightView, useLayout } from '../state/layout.ts';
import { useSession } from '../state/session.ts';
import { useHost } from './context.ts';
import { focusPane } from './focus-pane.ts';

const ZOOM_STEP = 0.1;

/** What the frame of the page can do, by name, by keys and from the desktop's menus. */
export function useShellCommands(toggleLeft: () => void, toggleRight: () => void): void {
  const t = useT();
  const host = useHost();
  useEffect(() => {
    const { set, ask, show } = useLayout.getState();
    const zoomTo = (zoom: number) => {
      const to = Math.min(2.5, Math.max(0.5, Math.round(zoom * 10) / 10));
      announce(t('app.zoomIs', { zoom: to }));
      void host.change({ zoom: to }).catch(() => {});
    };
    const zoom = () => useSession.getState().settings?.zoom ?? 1;
    const showRight = (view: RightView) => {
      show(view);
      focusPane('right-pane');
    };
    const commands: Command[] = [
      { id: 'palette.open', title: 'app.cmdPalette', keys: 'Mod+K', run: () => set({ sheet: 'palette' }) },
      { id: 'switcher.open', title: 'app.cmdSwitcher', keys: 'Mod+O', run: () => set({ sheet: 'switcher' }) },
      { id: 'search.focus', title: 'app.cmdSearch', keys: 'Mod+Shift+F', run: () => ask() },
      {
        id: 'notes.show',
        title: 'app.cmdNotes',
        keys: 'Mod+Shift+E',
        run: () => {
          show('notes');
          focusPane('left-pane');
        },
      },
      { id: 'related.show', title: 'app.cmdRelated', run: () => showRight('related') },
      { id: 'outline.show', title: 'app.cmdOutline', run: () => showRight('outline') },
      { id: 'backlinks.show', title: 'app.cmdBacklinks', run: () => showRight('backlinks') },
      { id: 'nearby.show', title: 'nearby.cmd', run: () => showRight('nearby') },
      { id: 'layout.left', title: 'app.cmdLeft', keys: 'Mod+B', run: toggleLeft },
      { id: 'layout.right', title: 'app.cmdRight', keys: 'Mod+Shift+B', run: toggleRight },
      { id: 'pane.next', title: 'app.cmdNextPane', keys: 'F6', run: () => focusPane(1) },
      { id: 'pane.previous', title: 'app.cmdPreviousPane', keys: 'Shift+F6', run: () => focusPane(-1) },
      { id: 'problems.open', title: 'app.cmdProblems', run: () => set({ sheet: 'problems' }) },
      { id: 'zoom.in', title: 'app.cmdZoomIn', keys: 'Mod+Plus', run: () => zoomTo(zoom() + ZOOM_STEP) },
      { id: 'zoom.out', title: 'app.cmdZoomOut', keys: 'Mod+-', run: () => zoomTo(zoom() - ZOOM_STEP) },
      { id: 'zoom.reset', title: 'app.cmdZoomReset', keys: 'Mod+0', run: () => zoomTo(1) },
      {
        id: 'theme.toggle',
        title: 'app.cmdTheme',
        run: () => {
          const dark = document.documentElement.dataset.theme === 'dark';
          void host.change({ theme: dark ? 'light' : 'dark' }).catch(() => {});
        },
      },
    ];
    return useCommands.getState().register(commands);
  }, [t, host, toggleLeft, toggleRight]);
}
