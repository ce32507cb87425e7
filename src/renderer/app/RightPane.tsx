import { Link2, ListTree, Orbit, PanelRight, Waypoints } from 'lucide-react';
import { Activity, Suspense, useRef, useState } from 'react';
import { NearbyPanel } from '../features/neighbourhood/index.ts';
import { BacklinksPanel, OutlinePanel } from '../features/reader/index.ts';
import { RelatedPanel } from '../features/related/index.ts';
import { useT } from '../i18n/use-t.ts';
import { useFirstSight } from '../state/first-sight.ts';
import { useLayout } from '../state/layout.ts';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { useNarrower } from '../ui/use-narrower.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { useLeave } from './use-leave.ts';

interface Props {
  readonly open: boolean;
  readonly over: boolean;
  readonly onToggle: () => void;
  readonly onLeave: () => void;
}

const PANELS = {
  related: RelatedPanel,
  outline: OutlinePanel,
  backlinks: BacklinksPanel,
  nearby: NearbyPanel,
} as const;

/** Narrower than this, in rem, the views are icons: their words would be cut. */
const WORDS_FROM = 20;

/** What goes with the note that is read. */
export function RightPane({ open, over, onToggle, onLeave }: Props) {
  const t = useT();
  const { rightView, set, show } = useLayout();
  const pane = useRef<HTMLElement>(null);
  const [head, setHead] = useState<HTMLElement | null>(null);
  const iconOnly = useNarrower(head, WORDS_FROM);
  useLeave(pane, over, onLeave);
  const views = [
    { value: 'related', label: t('app.related'), icon: Waypoints },
    { value: 'outline', label: t('app.outline'), icon: ListTree },
    { value: 'backlinks', label: t('app.backlinks'), icon: Link2 },
    { value: 'nearby', label: t('app.nearby'), icon: Orbit },
  ] as const;
  const Shown = PANELS[rightView];
  const drawn = useFirstSight();
  return (
    <aside ref={pane} id="right-pane" tabIndex={-1} className={styles.side} aria-label={t('app.rightPane')}>
      {!open && (
        <Rail
          side="right"
          views={views}
          shown={over ? rightView : null}
          onShow={(view) => (over && view === rightView ? onLeave() : show(view))}
        />
      )}
      <Activity mode={open || over ? 'visible' : 'hidden'}>
        <div className={cx(styles.column, over && styles.over)}>
          <div ref={setHead} className={styles.head}>
            <SegmentedControl
              label={t('app.views')}
              look="tabs"
              className={styles.segments!}
              segments={views.map(({ icon, ...view }) =>
                iconOnly ? { ...view, icon, iconOnly: true } : view,
              )}
              value={rightView}
              onChange={(view) => set({ rightView: view })}
            />
            <IconButton icon={PanelRight} label={t('app.hideRight')} onPress={onToggle} />
          </div>
          <div className={styles.view}>
            <ErrorBoundary resetKey={rightView}>
              <Suspense>{drawn && <Shown />}</Suspense>
            </ErrorBoundary>
          </div>
        </div>
      </Activity>
    </aside>
  );
}
