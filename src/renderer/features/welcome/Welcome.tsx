import { FolderOpen, Settings2 } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { useLayout } from '../../state/layout.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/Button.tsx';
import { CodedError } from '../../ui/CodedError.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Chart } from './chart/Chart.tsx';
import { PORTS } from './chart/places.ts';
import { Promises } from './Promises.tsx';
import { Recent } from './Recent.tsx';
import { useOpen } from './use-open.ts';
import styles from './Welcome.module.css';

/** The first page: a folder to open, what will happen then, and a chart to look at meanwhile. */
export function Welcome() {
  const t = useT();
  const about = useSession((s) => s.about);
  const notices = useSession((s) => s.state?.notices);
  const failed = useSession((s) => (s.state?.engine.is === 'failed' ? s.state.engine : null));
  const opening = useOpen();
  const choose = () => {
    if (about?.dialogs) void opening.choose();
    else useLayout.getState().set({ sheet: 'folder' });
  };
  const error = opening.error ?? failed;
  return (
    <main className={styles.page}>
      <Chart className={styles.chart} names={PORTS.map((_, i) => t(`welcome.port.${i as 0}`))} />
      <div className={styles.column}>
        <header className={styles.head}>
          <h1 className={styles.title}>{t('welcome.title')}</h1>
          <p className={styles.what}>{t('welcome.what')}</p>
        </header>
        <section aria-label={t('welcome.begin')} className={styles.begin}>
          <div className={styles.actions}>
            <Button
              look="primary"
              onPress={choose}
              isDisabled={opening.busy !== null}
              className={styles.open}
            >
              <FolderOpen size={16} aria-hidden />
              {t(opening.busy && opening.busy !== 'sample' ? 'welcome.opening' : 'welcome.open')}
            </Button>
            <Button
              onPress={() => void opening.sample()}
              isDisabled={opening.busy !== null}
              className={styles.open}
            >
              {t(opening.busy === 'sample' ? 'welcome.opening' : 'welcome.sample')}
            </Button>
          </div>
          <p className={styles.hint}>{t('welcome.sampleHint')}</p>
          {error != null && <CodedError error={error} />}
          {notices?.map((notice) => (
            <CodedError key={notice.code} error={notice} look="note" />
          ))}
        </section>
        <Recent opening={opening} />
        <Promises />
      </div>
      <IconButton
        icon={Settings2}
        label={t('welcome.settings')}
        placement="left"
        className={styles.settings}
        onPress={() => useLayout.getState().set({ sheet: 'settings' })}
      />
    </main>
  );
}
