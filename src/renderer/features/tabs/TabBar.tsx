import { ArrowLeft, ArrowRight, ChevronDown, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { memo, useEffect, useRef } from 'react';
import { Tab as AriaTab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useT } from '../../i18n/use-t.ts';
import { runCommand, useCommands } from '../../state/commands.ts';
import { useNotes } from '../../state/notes.ts';
import { canStep, type Tab, useTabs } from '../../state/tabs.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import styles from './TabBar.module.css';
import { titleOf } from './tab-title.ts';
import { useTabDrag } from './use-tab-drag.ts';

interface Props {
  readonly children: ReactNode;
  /** At the end of the bar. */
  readonly end?: ReactNode;
}

/** The notes that are open, one tab each, and the one that is shown. */
export function TabBar({ children, end }: Props) {
  const t = useT();
  const { tabs, active, select, close } = useTabs();
  const byPath = useNotes((s) => s.byPath);
  const list = useRef<HTMLDivElement>(null);
  const drag = useTabDrag(list);
  const named = tabs.map((tab) => ({ tab, title: titleOf(pathOf(tab), byPath.get(pathOf(tab))) }));

  useEffect(() => {
    if (active === 0) return;
    const shown = list.current?.querySelector('[data-selected]');
    shown?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as HTMLElement).dataset.tab;
    if (event.key === 'Delete' && id) close(Number(id));
  };

  const bar = (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tabs in it have the focus, and take no listener for keys
    <div className={styles.bar} onKeyDown={onKeyDown}>
      <Steps />
      {tabs.length > 0 && (
        <TabList ref={list} className={styles.list!} aria-label={t('tabs.list')} items={[]}>
          {named.map(({ tab, title }) => (
            <AriaTab
              key={tab.id}
              id={tab.id}
              className={styles.tab!}
              data-tab={tab.id}
              onAuxClick={(event) => event.button === 1 && close(tab.id)}
              onMouseDown={(event) => event.button === 1 && event.preventDefault()}
              onPointerDown={(event) => drag(event, tab.id)}
            >
              <span className={styles.title} title={pathOf(tab)}>
                {title}
              </span>
              <CloseTab onClose={() => close(tab.id)} />
            </AriaTab>
          ))}
        </TabList>
      )}
      {tabs.length > 1 && (
        <Menu
          label={t('tabs.all')}
          placement="bottom end"
          actions={[
            ...named.map(({ tab, title }) => ({
              id: String(tab.id),
              label: title,
              run: () => select(tab.id),
            })),
            null,
            { id: 'others', label: t('tabs.closeOthers'), run: () => runCommand('tab.closeOthers') },
          ]}
        >
          <IconButton icon={ChevronDown} label={t('tabs.all')} />
        </Menu>
      )}
      {end && <div className={styles.end}>{end}</div>}
    </div>
  );

  if (tabs.length === 0) {
    return (
      <div className={styles.tabs}>
        {bar}
        <div className={styles.panel}>{children}</div>
      </div>
    );
  }
  return (
    <Tabs
      className={styles.tabs!}
      selectedKey={active}
      onSelectionChange={(key) => key !== active && select(Number(key))}
      keyboardActivation="manual"
    >
      {bar}
      <TabPanel id={active} key="panel" className={styles.panel!}>
        {children}
      </TabPanel>
    </Tabs>
  );
}

const pathOf = (tab: Tab): string => tab.places[tab.now]!.path;

/** Only for the mouse: by keys a tab is closed with Delete or its command. A button in a tab would be one in a button. */
function CloseTab({ onClose }: { readonly onClose: () => void }) {
  const stop = (event: { stopPropagation(): void }) => event.stopPropagation();
  return (
    <span
      className={styles.close}
      aria-hidden
      onPointerDown={stop}
      onMouseDown={stop}
      onClick={(event) => {
        stop(event);
        onClose();
      }}
    >
      <X size={13} />
    </span>
  );
}

/** Back and forward in the history of the tab that is shown. */
const Steps = memo(function Steps() {
  const t = useT();
  const back = useTabs((s) => canStep(s, -1));
  const forward = useTabs((s) => canStep(s, 1));
  const all = useCommands((s) => s.all);
  return (
    <div className={styles.steps}>
      <IconButton
        icon={ArrowLeft}
        label={t('tabs.back')}
        keys={all.get('nav.back')?.keys}
        isDisabled={!back}
        onPress={() => runCommand('nav.back')}
      />
      <IconButton
        icon={ArrowRight}
        label={t('tabs.forward')}
        keys={all.get('nav.forward')?.keys}
        isDisabled={!forward}
        onPress={() => runCommand('nav.forward')}
      />
    </div>
  );
});
