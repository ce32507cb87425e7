import { Files, PanelLeft, Search } from 'lucide-react';
import { Activity } from 'react';
import { SearchPanel } from '../features/search/index.ts';
import { TreePanel } from '../features/tree/index.ts';
import { useT } from '../i18n/use-t.ts';
import { type LeftView, useLayout } from '../state/layout.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { VaultMenu } from './VaultMenu.tsx';

interface Props {
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The vault: its notes, or what was searched in it. */
export function LeftPane({ open, onToggle }: Props) {
  const t = useT();
  const { leftView, set } = useLayout();
  const views = [
    { value: 'notes', label: t('app.notes'), icon: Files },
    { value: 'search', label: t('app.search'), icon: Search },
  ] as const;
  return (
    <nav id="left-pane" tabIndex={-1} className={styles.side} aria-label={t('app.leftPane')}>
      {!open && (
        <Rail
          side="left"
          views={views}
          shown={null}
          onShow={(view) => set({ left: true, leftView: view as LeftView })}
        />
      )}
      <Activity mode={open ? 'visible' : 'hidden'}>
        <div className={styles.column}>
          <div className={styles.head}>
            <VaultMenu />
            <IconButton icon={PanelLeft} label={t('app.hideLeft')} onPress={onToggle} />
          </div>
          <div className={styles.subhead}>
            <SegmentedControl
              label={t('app.views')}
              className={styles.segments!}
              segments={views.map(({ value, label }) => ({ value, label }))}
              value={leftView}
              onChange={(view) => set({ leftView: view })}
            />
          </div>
          <View shown={leftView === 'notes'}>
            <TreePanel />
          </View>
          <View shown={leftView === 'search'}>
            <SearchPanel />
          </View>
        </div>
      </Activity>
    </nav>
  );
}

function View({ shown, children }: { readonly shown: boolean; readonly children: React.ReactNode }) {
  return (
    <Activity mode={shown ? 'visible' : 'hidden'}>
      <div className={styles.view}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </div>
    </Activity>
  );
}
