import { BookOpen, CircleSlash, Clock, FolderSearch, RotateCw, TriangleAlert, Waves } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { isProblem, type Told } from './entries.ts';
import styles from './Problems.module.css';

const ICONS = { failed: TriangleAlert, skipped: CircleSlash, waiting: Clock, indexed: Waves } as const;

interface Props {
  readonly told: Told;
  readonly pending: boolean;
  /** Undefined: it cannot be done with this one, or here. */
  readonly onOpen: (() => void) | undefined;
  readonly onReveal: (() => void) | undefined;
  readonly onRetry: (() => void) | undefined;
}

/** A file, what happened to it, and what can be done. */
export function Row({ told: { entry, words }, pending, onOpen, onReveal, onRetry }: Props) {
  const t = useT();
  const Icon = ICONS[entry.outcome];
  const slash = entry.path.lastIndexOf('/') + 1;
  return (
    <>
      <Icon
        size={16}
        className={isProblem(entry) ? styles.bad : styles.mild}
        aria-label={t(`problems.outcome.${entry.outcome}`)}
        role="img"
      />
      <div className={styles.words}>
        <p className={styles.path}>
          <span className={styles.folder}>{entry.path.slice(0, slash)}</span>
          {entry.path.slice(slash)}
        </p>
        {pending ? (
          <p className={styles.what}>{t('problems.retrying')}</p>
        ) : (
          <>
            {words.what.map((line) => (
              <p key={line} className={styles.what}>
                {line}
              </p>
            ))}
            {words.todo && <p className={styles.todo}>{words.todo}</p>}
          </>
        )}
        <code className={styles.code}>{words.code}</code>
      </div>
      <div className={styles.actions}>
        {onRetry && (
          <IconButton icon={RotateCw} label={t('problems.retry')} onPress={onRetry} isDisabled={pending} />
        )}
        {onReveal && <IconButton icon={FolderSearch} label={t('problems.reveal')} onPress={onReveal} />}
        {onOpen && <IconButton icon={BookOpen} label={t('problems.open')} onPress={onOpen} />}
      </div>
    </>
  );
}
