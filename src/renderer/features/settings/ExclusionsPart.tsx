import { useDeferredValue, useMemo, useState } from 'react';
import type { Settings } from '../../../contract/settings.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { useNotes } from '../../state/notes.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { leaving, patternsOf } from './leaving.ts';
import styles from './Settings.module.css';
import { useChange } from './use-change.ts';
import { NoVault } from './VaultPart.tsx';

/** Notes named one by one before the rest is only counted. */
const NAMED = 5;

/** What of the open vault is not to be read: written line by line, with the notes that leave in sight. */
export function ExclusionsPart({ settings }: { readonly settings: Settings }) {
  const vault = useSession((s) => s.state?.vault?.path ?? null);
  if (vault === null) return <NoVault />;
  const exclude = settings.vaults[vault]?.exclude ?? [];
  return (
    <Patterns key={`${vault} ${exclude.join('\n')}`} vault={vault} exclude={exclude} settings={settings} />
  );
}

interface Props {
  readonly vault: string;
  readonly exclude: readonly string[];
  readonly settings: Settings;
}

function Patterns({ vault, exclude, settings }: Props) {
  const t = useT();
  const change = useChange();
  const [text, setText] = useState(exclude.join('\n'));
  const patterns = patternsOf(text);
  const changed = patterns.join('\n') !== exclude.join('\n');
  const out = useLeaving(useDeferredValue(text));
  const apply = async () => {
    const vaults = { ...settings.vaults, [vault]: { ...settings.vaults[vault], exclude: patterns } };
    if (await change({ vaults })) announce(t('settings.exclusions.said', { count: out.length }));
  };
  return (
    <>
      <p className={styles.help}>{t('settings.exclusions.intro')}</p>
      <TextField
        label={t('settings.exclusions.label')}
        rows={7}
        value={text}
        onChange={setText}
        hint={t.rich('settings.exclusions.help', { code: (parts) => <code>{parts}</code> })}
      />
      <div className={styles.leaving} aria-live="polite">
        {changed && (
          <>
            <p>{t('settings.exclusions.leave', { count: out.length })}</p>
            <ul>
              {out.slice(0, NAMED).map((path) => (
                <li key={path}>{path}</li>
              ))}
              {out.length > NAMED && <li>{t('settings.exclusions.more', { count: out.length - NAMED })}</li>}
            </ul>
            {exclude.length > 0 && <p className={styles.help}>{t('settings.exclusions.back')}</p>}
          </>
        )}
      </div>
      <div className={styles.actions}>
        <Button look="primary" isDisabled={!changed} onPress={() => void apply()}>
          {t('settings.exclusions.apply')}
        </Button>
        <Button isDisabled={!changed} onPress={() => setText(exclude.join('\n'))}>
          {t('settings.exclusions.undo')}
        </Button>
      </div>
    </>
  );
}

/** Notes of the index that would leave it. */
function useLeaving(text: string): readonly string[] {
  const notes = useNotes((s) => s.list);
  return useMemo(
    () =>
      leaving(
        (notes ?? []).map(({ path }) => path),
        patternsOf(text),
      ),
    [notes, text],
  );
}
