import { CircleAlert, Eye, Info } from 'lucide-react';
import { useIntl } from 'react-intl';
import type { HostState } from '../../../contract/host.ts';
import type { Progress, Status } from '../../../contract/status.ts';
import { useHost } from '../../app/context.ts';
import { useT } from '../../i18n/use-t.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/Button.tsx';
import { CodedError } from '../../ui/CodedError.tsx';
import { PopoverButton } from '../../ui/PopoverButton.tsx';
import { coverage } from './coverage.ts';
import { useNumbers } from './numbers.ts';
import styles from './StatusBar.module.css';

/** How much of the vault the model has read; nothing where that is all of it, or where it has not begun. */
export function CoverageItem({ status, progress }: { readonly status: Status; readonly progress: Progress }) {
  const t = useT();
  const numbers = useNumbers();
  const read = coverage(status.counts, progress);
  if (read === 1 || progress.phase === 'scanning' || progress.phase === 'reading') return null;
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

/** What stands in an item of its own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['INDEX_IN_USE', 'INDEX_READ_ONLY']);
const NONE: HostState['notices'] = [];

/** What happened to the engine, or to the program around the page, that a person should know. */
export function NoticesItem({ status }: { readonly status: Status }) {
  const t = useT();
  const host = useSession((s) => s.state?.notices ?? NONE);
  const others = [...status.notices, ...host].filter(({ code }) => !ELSEWHERE.has(code));
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

/** Another process writes this vault's index: here it is only read. Says who, since when, and what to do. */
export function ReadOnlyItem({ status: { writer, otherWriter, notices } }: { readonly status: Status }) {
  const t = useT();
  if (writer) return null;
  const why = notices.find(({ code }) => code === 'INDEX_READ_ONLY');
  return (
    <PopoverButton
      className={styles.item}
      title={t(why ? 'status.readOnly' : 'status.readOnly.title')}
      content={why ? <CodedError error={why} look="note" /> : <OtherWriter other={otherWriter} />}
    >
      {why ? <CircleAlert size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
      {t('status.readOnly')}
    </PopoverButton>
  );
}

function OtherWriter({ other }: { readonly other: Status['otherWriter'] }) {
  const t = useT();
  const intl = useIntl();
  const host = useHost();
  const today = other !== null && new Date(other.since).toDateString() === new Date().toDateString();
  return (
    <>
      <p className={styles.words}>
        {other
          ? t('status.readOnly.who', {
              program: other.program,
              pid: String(other.pid),
              since: intl.formatDate(other.since, {
                ...(today ? {} : { dateStyle: 'medium' }),
                timeStyle: 'short',
              }),
            })
          : `${t('status.readOnly.what')} ${t('status.readOnly.ended')}`}
      </p>
      <p className={styles.words}>{t('status.readOnly.wait')}</p>
      <Button small onPress={() => void host.restart().catch(() => {})}>
        {t('status.readOnly.takeOver')}
      </Button>
    </>
  );
}
