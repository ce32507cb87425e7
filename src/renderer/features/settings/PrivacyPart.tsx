import type { Settings } from '../../../contract/settings.ts';
import { useT } from '../../i18n/use-t.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { Field } from './Field.tsx';
import styles from './Settings.module.css';
import { useChange } from './use-change.ts';

const SWITCHES = [
  ['remoteImages', 'images'],
  ['keepRecent', 'recent'],
  ['keepHistory', 'history'],
] as const;

/** What is fetched, what is kept, and where. */
export function PrivacyPart({ settings }: { readonly settings: Settings }) {
  const t = useT();
  const change = useChange();
  return (
    <>
      <p className={styles.help}>{t('settings.privacy.intro')}</p>
      {SWITCHES.map(([field, words]) => (
        <Field key={field} label={t(`settings.privacy.${words}`)} help={t(`settings.privacy.${words}Help`)}>
          {({ label, help }) => (
            <Switch
              aria-labelledby={label}
              aria-describedby={help}
              isSelected={settings[field]}
              onChange={(on) => void change({ [field]: on })}
            />
          )}
        </Field>
      ))}
      <section className={styles.note}>
        <h4>{t('settings.privacy.kept')}</h4>
        <Facts
          facts={[
            [t('settings.privacy.kept.index'), t('settings.privacy.kept.indexWhere')],
            [t('settings.privacy.kept.settings'), t('settings.privacy.kept.settingsWhere')],
            [t('settings.privacy.kept.vault'), t('settings.privacy.kept.vaultWhere')],
          ]}
        />
      </section>
    </>
  );
}
