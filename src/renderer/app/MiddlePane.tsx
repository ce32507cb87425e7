import { Reader } from '../features/reader/index.ts';
import { TabBar } from '../features/tabs/index.ts';
import { useT } from '../i18n/use-t.ts';
import { placeOf, useTabs } from '../state/tabs.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NoNote } from './NoNote.tsx';
import styles from './Shell.module.css';

/** The tabs and the note of the one that is shown. */
export function MiddlePane() {
  const t = useT();
  const path = useTabs((s) => placeOf(s)?.path ?? null);
  return (
    <main id="note" tabIndex={-1} className={styles.middle} aria-label={t('app.middlePane')}>
      <TabBar>
        {path === null ? (
          <NoNote />
        ) : (
          <ErrorBoundary resetKey={path}>
            <Reader />
          </ErrorBoundary>
        )}
      </TabBar>
    </main>
  );
}
