import { Unplug } from 'lucide-react';
import { useT } from '../i18n/use-t.ts';
import { Empty } from '../ui/Empty.tsx';
import styles from './app.module.css';

/** Before anything was heard of the host: there is nothing to show but that. */
export function Lost() {
  const t = useT();
  return (
    <main className={styles.lost}>
      <Empty icon={Unplug} title={t('app.lost')}>
        {t('app.lostHelp')}
      </Empty>
    </main>
  );
}
