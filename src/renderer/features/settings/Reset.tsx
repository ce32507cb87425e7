import { useState } from 'react';
import type { Settings } from '../../../contract/settings.ts';
import { useHost } from '../../app/context.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Question } from '../../ui/Question.tsx';
import { resetOf } from './defaults.ts';
import styles from './Settings.module.css';
import type { Section } from './section.ts';
import { attempt } from './use-change.ts';

interface PartProps {
  readonly section: Section;
  readonly settings: Settings;
}

/** Puts one part back to how it was at first; not there where nothing was chosen. */
export function ResetPart({ section, settings }: PartProps) {
  const t = useT();
  const host = useHost();
  const vault = useSession((s) => s.state?.vault?.path ?? null);
  const back = resetOf(section, settings, vault);
  if (!back) return null;
  return (
    <Ask
      label={t('settings.reset')}
      title={t('settings.reset.title', { section: t(`settings.${section}`) })}
      text={t('settings.reset.text')}
      onYes={() => attempt(() => host.change(back))}
    />
  );
}

/** Puts everything back to how it was at first. */
export function ResetAll() {
  const t = useT();
  const host = useHost();
  return (
    <Ask
      label={t('settings.resetAll')}
      title={t('settings.resetAll.title')}
      text={t('settings.resetAll.text')}
      onYes={() => attempt(() => host.resetSettings())}
    />
  );
}

interface AskProps {
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly onYes: () => Promise<boolean>;
}

function Ask({ label, title, text, onYes }: AskProps) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const yes = async () => {
    setAsking(false);
    if (await onYes()) announce(t('settings.said.reset'));
  };
  return (
    <>
      <Button look="quiet" small className={styles.reset} onPress={() => setAsking(true)}>
        {label}
      </Button>
      <Question
        open={asking}
        title={title}
        yes={label}
        no={t('settings.cancel')}
        onYes={() => void yes()}
        onNo={() => setAsking(false)}
      >
        {text}
      </Question>
    </>
  );
}
