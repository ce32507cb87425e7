import { Suspense, useEffect } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { ChartView, MiddleSwitch } from '../features/chart/index.ts';
import { Reader } from '../features/reader/index.ts';
import { TabBar } from '../features/tabs/index.ts';
import { useT } from '../i18n/use-t.ts';
import { useChartLook } from '../state/chart.ts';
import { firstSight } from '../state/first-sight.ts';
import { placeOf, useTabs } from '../state/tabs.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NoNote } from './NoNote.tsx';
import styles from './Shell.module.css';

/** The tabs and the note of the one that is shown, the chart, or both beside each other. */
export function MiddlePane() {
  const t = useT();
  const view = useChartLook((s) => s.view);
  const note = useTabs((s) => placeOf(s) !== null);
  useEffect(() => {
    if (!note || view === 'chart') firstSight.shown();
  }, [note, view]);
  return (
    <main id="note" tabIndex={-1} className={styles.middle} aria-label={t('app.middlePane')}>
      <TabBar end={<MiddleSwitch />}>
        {view === 'note' ? (
          <Note />
        ) : view === 'chart' ? (
          <Chart />
        ) : (
          <Group className={styles.panes} orientation="horizontal">
            <Panel id="middle-note" minSize="25%" className={styles.half!}>
              <Note />
            </Panel>
            <Separator className={styles.separator} aria-label={t('app.resizeChart')} />
            <Panel id="middle-chart" minSize="25%" className={styles.half!}>
              <Chart />
            </Panel>
          </Group>
        )}
      </TabBar>
    </main>
  );
}

function Note() {
  const path = useTabs((s) => placeOf(s)?.path ?? null);
  if (path === null) return <NoNote />;
  return (
    <ErrorBoundary resetKey={path}>
      <Reader />
    </ErrorBoundary>
  );
}

function Chart() {
  return (
    <ErrorBoundary resetKey="chart">
      <Suspense>
        <ChartView />
      </Suspense>
    </ErrorBoundary>
  );
}
