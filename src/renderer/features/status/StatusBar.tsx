import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { ModelItem } from './ModelItem.tsx';
import { CoverageItem, NoticesItem, ReadOnlyItem } from './Notes.tsx';
import { ProblemsItem } from './ProblemsItem.tsx';
import styles from './StatusBar.module.css';
import { isWorking, useProgress, useProgressSync, useStatus } from './use-status.ts';
import { Work } from './Work.tsx';
import { share } from './work.ts';

/** The line at the foot of the page: what the engine is at, what it runs, what went wrong. */
export function StatusBar() {
  const t = useT();
  useProgressSync();
  useSaidPhases();
  const status = useStatus();
  const progress = useProgress((s) => s.progress) ?? status?.progress;
  return (
    <footer id="status" tabIndex={-1} className={styles.bar}>
      {progress && isWorking(progress) && (
        <ProgressLine
          value={share(progress)}
          label={t(`status.phase.${progress.phase}`)}
          className={styles.line!}
        />
      )}
      {status && progress ? (
        <>
          <Work status={status} progress={progress} />
          <div className={styles.items}>
            <NoticesItem status={status} />
            <ReadOnlyItem status={status} />
            <CoverageItem status={status} progress={progress} />
            <ProblemsItem status={status} />
            <ModelItem status={status} />
          </div>
        </>
      ) : (
        <span className={styles.item}>{t('status.starting')}</span>
      )}
    </footer>
  );
}

/** Runs shorter than this, such as a saved note, are not worth a word. */
const WORTH_A_WORD = 2000;

/** Screen readers hear the phases of a run that lasts, and never the numbers. */
function useSaidPhases(): void {
  const t = useT();
  const phase = useProgress((s) => s.progress?.phase);
  const said = useRef<string | undefined>(undefined);
  const words = phase && t(`status.said.${phase}`);
  useEffect(() => {
    if (!phase || !words || phase === said.current) return;
    // Rest is only worth telling to whoever has heard of the work.
    if (phase === 'idle' && said.current === undefined) return;
    const timer = setTimeout(
      () => {
        said.current = phase === 'idle' ? undefined : phase;
        announce(words);
      },
      phase === 'paused' || phase === 'idle' ? 0 : WORTH_A_WORD,
    );
    return () => clearTimeout(timer);
  }, [phase, words]);
}
