import { CircleAlert, Eye, Info } from 'lucide-react';
import type { Progress, Status } from '../../../contract/status.ts';
import { useT } from '../../i18n/use-t.ts';
import { CodedError } from '../../ui/CodedError.tsx';
import { PopoverButton } from '../../ui/PopoverButton.tsx';
import { coverage } from './coverage.ts';
import { useNumbers } from './numbers.ts';
import styles from './StatusBar.module.css';

/** How much of the vault the model has read; nothing where that is all of it. */
export function CoverageItem({ status, progress }: { readonly status: Status; readonly progress: Progress }) {
  const t = useT();
  const numbers = useNumbers();
  const read = coverage(status.counts, progress);
  if (read === 1) return null;
  const share = numbers.share(read);
  return (
    <PopoverButton
      className={styles.item}
      title={t('status.coverage.title')}
      content={<p className={styles.words}>{t('status.coverage.part', { share })}</p>}
    >
      <span className={styles.number}>{t('status.coverage', { share })}</span>
    </PopoverButton>
  );
}

/** What happened to the engine that a person should know. */
export function NoticesItem({ notices }: Pick<Status, 'notices'>) {
  const t = useT();
  const others = notices.filter(({ code }) => code !== 'INDEX_IN_USE');
  if (others.length === 0) return null;
  return (
    <PopoverButton
      className={styles.item}
      title={t('status.notices.title')}
      content={others.map((notice) => <CodedError key={notice.code} error={notice} look="note" />)}
    >
      <Info size={14} aria-hidden />
      {t('status.notices', { count: others.length })}
    </PopoverButton>
  );
}

/** Another process writes this vault's index: here it is only read. */
export function ReadOnlyItem({ status: { writer, notices } }: { readonly status: Status }) {
  const t = useT();
  if (writer) return null;
  const why = notices.find(({ code }) => code === 'INDEX_READ_ONLY');
  return (
    <PopoverButton
      className={styles.item}
      title={t(why ? 'status.readOnly' : 'status.readOnly.title')}
      content={
        why ? (
          <CodedError error={why} look="note" />
        ) : (
          <p className={styles.words}>{t('status.readOnly.what')}</p>
        )
      }
    >
      {why ? <CircleAlert size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
      {t('status.readOnly')}
    </PopoverButton>
  );
}
