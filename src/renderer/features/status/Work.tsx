import { Pause, Play } from 'lucide-react';
import type { Progress, Status } from '../../../contract/status.ts';
import { useEngine } from '../../app/context.ts';
import { useT } from '../../i18n/use-t.ts';
import { cx } from '../../ui/cx.ts';
import { Facts } from '../../ui/Facts.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PopoverButton } from '../../ui/PopoverButton.tsx';
import { useNumbers } from './numbers.ts';
import styles from './StatusBar.module.css';
import { amounts } from './work.ts';

interface Props {
  readonly progress: Progress;
  readonly status: Status;
}

/** What the engine is at, how fast and for how long; when it rests, what there is. */
export function Work({ progress, status }: Props) {
  const t = useT();
  const engine = useEngine();
  const numbers = useNumbers();
  const { phase, rate, secondsLeft, current } = progress;
  const { unit, done, total } = amounts(progress);
  const busy = phase !== 'idle';
  return (
    <div className={styles.work}>
      {busy && phase !== 'stopped' && status.writer && (
        <IconButton
          icon={phase === 'paused' ? Play : Pause}
          label={t(phase === 'paused' ? 'status.resume' : 'status.pause')}
          placement="top"
          className={styles.pause}
          onPress={() => void (phase === 'paused' ? engine.resume() : engine.pause()).catch(() => {})}
        />
      )}
      <PopoverButton
        className={cx(styles.item, styles.amounts)}
        title={t('status.work.title')}
        placement="top start"
        content={<Details progress={progress} status={status} />}
      >
        {busy ? (
          <>
            <span>{t(`status.phase.${phase}`)}</span>
            {total > 0 && <span className={styles.number}>{t('status.doneOf', { done, total })}</span>}
            {rate !== null && phase !== 'paused' && (
              <span className={styles.number} data-rank="2">
                {t(`status.${unit}Rate`, { rate: numbers.rate(rate) })}
              </span>
            )}
            {secondsLeft !== null && phase !== 'paused' && (
              <span className={styles.number}>{numbers.left(secondsLeft)}</span>
            )}
            {current && phase !== 'paused' && (
              <span className={styles.current} data-rank="3">
                <bdi>{current}</bdi>
              </span>
            )}
          </>
        ) : (
          <>
            <span>{t('status.notes', { count: status.counts.notes })}</span>
            <span data-rank="2">{t('status.passages', { count: status.counts.chunks })}</span>
          </>
        )}
      </PopoverButton>
    </div>
  );
}

function Details({ progress, status: { counts, writer, bytes } }: Props) {
  const t = useT();
  const numbers = useNumbers();
  const { phase, rate, secondsLeft, current } = progress;
  const { unit } = amounts(progress);
  const working = phase !== 'idle' && phase !== 'paused';
  return (
    <>
      <p className={styles.words}>{t(writer ? `status.work.${phase}` : 'status.work.reader')}</p>
      <Facts
        facts={[
          working && current ? [t('status.fact.current'), current] : null,
          working && rate !== null
            ? [t('status.fact.rate'), t(`status.${unit}Rate`, { rate: numbers.rate(rate) })]
            : null,
          working && secondsLeft !== null ? [t('status.fact.left'), numbers.left(secondsLeft)] : null,
          [t('status.fact.notes'), numbers.count(counts.notes)],
          counts.waiting > 0 ? [t('status.fact.waiting'), numbers.count(counts.waiting)] : null,
          [t('status.fact.passages'), numbers.count(counts.chunks)],
          [t('status.fact.links'), numbers.count(counts.links)],
          [t('status.fact.unresolved'), numbers.count(counts.unresolvedLinks)],
          bytes !== null ? [t('status.fact.size'), numbers.size(bytes)] : null,
          [t('status.fact.skipped'), numbers.count(counts.skipped)],
          [t('status.fact.failed'), numbers.count(counts.failed)],
        ]}
      />
    </>
  );
}
