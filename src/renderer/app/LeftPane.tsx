import { Files, PanelLeft, Search } from 'lucide-react';
import { Activity, useRef } from 'react';
import { SearchPanel } from '../features/search/index.ts';
import { TreePanel } from '../features/tree/index.ts';
import { useT } from '../i18n/use-t.ts';
import { useFirstSight } from '../state/first-sight.ts';
import { useLayout } from '../state/layout.ts';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { useLeave } from './use-leave.ts';
import { VaultMenu } from './VaultMenu.tsx';

interface Props {
  readonly open: boolean;
  readonly over: boolean;
  readonly onToggle: () => void;
  readonly onLeave: () => void;
}

/** The vault: its notes, or what was searched in it. */
export function LeftPane({ open, over, onToggle, onLeave }: Props) {
  const t = useT();
  const { leftView, set, show } = useLayout();
  const pane = useRef<HTMLElement>(null);
  useLeave(pane, over, onLeave);
  const views = [
    { value: 'notes', label: t('app.notes'), icon: Files },
    { value: 'search', label: t('app.search'), icon: Search },
  ] as const;
  return (
    <nav ref={pane} id="left-pane" tabIndex={-1} className={styles.side} aria-label={t('app.leftPane')}>
      {!open && (
        <Rail
          side="left"
          views={views}
          shown={over ? leftView : null}
          onShow={(view) => (over && view === leftView ? onLeave() : show(view))}
        />
      )}
      <Activity mode={open || over ? 'visible' : 'hidden'}>
        <div className={cx(styles.column, over && styles.overLeft)}>
          <div className={styles.head}>
            <VaultMenu />
            <IconButton icon={PanelLeft} label={t('app.hideLeft')} onPress={onToggle} />
          </div>
          <div className={styles.subhead}>
            <SegmentedControl
              label={t('app.views')}
              look="tabs"
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
  const drawn = useFirstSight();
  return (
    <Activity mode={shown ? 'visible' : 'hidden'}>
      <div className={styles.view}>
        <ErrorBoundary>{drawn && children}</ErrorBoundary>
      </div>
    </Activity>
  );
}
