import { LifeBuoy, Unplug } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useErrorText } from '../i18n/use-error-text.ts';
import { useT } from '../i18n/use-t.ts';
import { announce } from '../state/announce.ts';
import { runCommand } from '../state/commands.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { useHost } from './context.ts';
import styles from './EngineBanner.module.css';
import { useCountdown } from './use-countdown.ts';

/** A gap this short is not worth a word. */
const PATIENCE = 700;

/** Says when the engine or the host is not there, and that it comes back by itself or what to do. */
export function EngineBanner() {
  const t = useT();
  const host = useHost();
  const errorText = useErrorText();
  const engine = useSession((s) => s.state?.engine);
  const lost = useLasting(useSession((s) => s.lost));
  const away = useLasting(engine?.is === 'restarting' || engine?.is === 'starting');
  const restarting = engine?.is === 'restarting' ? engine : null;
  const left = useCountdown(restarting?.seconds ?? 0, restarting?.attempt ?? 0);
  // Said once: the seconds that follow are for the eyes.
  const said = lost
    ? t('app.lostWhile')
    : away && restarting
      ? t('app.engineRestarting', { seconds: restarting.seconds })
      : '';
  useEffect(() => {
    if (said) announce(said);
  }, [said]);
  useBack(engine?.is === 'running', engine?.is === 'running' ? engine.run : 0, t('app.engineBack'));

  if (lost) {
    return <Banner icon={<Unplug size={16} aria-hidden />}>{t('app.lostWhile')}</Banner>;
  }
  if (engine?.is === 'failed') {
    const { code, what, todo } = errorText(engine);
    return (
      <section className={styles.failed} aria-label={t('app.notice')}>
        <ErrorNote
          code={code}
          what={what}
          todo={todo}
          actions={
            <>
              <Button look="primary" onPress={() => void host.restart().catch(() => {})}>
                {t('app.tryAgain')}
              </Button>
              <Button onPress={() => runCommand('vault.open')}>{t('app.chooseAnother')}</Button>
            </>
          }
        />
      </section>
    );
  }
  if (!away) return null;
  if (restarting) {
    return (
      <Banner
        icon={<LifeBuoy size={16} aria-hidden />}
        more={t('app.engineAttempt', { attempt: restarting.attempt })}
      >
        {t('app.engineRestarting', { seconds: left })}
      </Banner>
    );
  }
  return <Banner icon={<LifeBuoy size={16} aria-hidden />}>{t('app.engineStarting')}</Banner>;
}

interface BannerProps {
  readonly icon: ReactNode;
  readonly children: string;
  readonly more?: string;
}

function Banner({ icon, children, more }: BannerProps) {
  const t = useT();
  return (
    <section className={styles.banner} aria-label={t('app.notice')}>
      {icon}
      <span>{children}</span>
      {more && <span className={styles.more}>{more}</span>}
    </section>
  );
}

/** True once it has been true for a moment. */
function useLasting(is: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!is) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [is]);
  return is && lasting;
}

/** Says that another engine has come in the place of one that was there before. */
function useBack(running: boolean, run: number, words: string): void {
  const before = useRef(0);
  useEffect(() => {
    if (!running) return;
    if (before.current !== 0 && before.current !== run) announce(words);
    before.current = run;
  }, [running, run, words]);
}
