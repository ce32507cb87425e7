import type { Settings } from '../../../contract/settings.ts';
import { useT } from '../../i18n/use-t.ts';
import { useSession } from '../../state/session.ts';
import { Select } from '../../ui/Select.tsx';
import { providerName } from '../status/provider.ts';
import { useStatus } from '../status/use-status.ts';
import { Field } from './Field.tsx';
import styles from './Settings.module.css';
import { useChange } from './use-change.ts';

const AUTO = 'auto';

/** What the model runs on, how exactly, and with how many threads. */
export function ComputingPart({ settings }: { readonly settings: Settings }) {
  const t = useT();
  const change = useChange();
  const status = useStatus();
  const cores = useSession((s) => s.about?.cores ?? 1);
  const most = Math.max(cores, settings.threads ?? 1);
  const unknown = <span className={styles.help}>{t('settings.computing.unknown')}</span>;
  const numbers = Array.from({ length: most }, (_, i) => i + 1);
  return (
    <>
      <p className={styles.help}>{t('settings.computing.intro')}</p>
      <Field label={t('settings.computing.threads')} help={t('settings.computing.threadsHelp')}>
        {({ label }) => (
          <Select
            aria-labelledby={label}
            value={settings.threads === null ? AUTO : String(settings.threads)}
            onChange={(value) => void change({ threads: value === AUTO ? null : Number(value) })}
            choices={[
              { value: AUTO, label: t('settings.computing.threads.auto') },
              ...numbers.map((count) => ({
                value: String(count),
                label: t('settings.computing.threads.n', { count }),
              })),
            ]}
          />
        )}
      </Field>
      <Field label={t('settings.computing.provider')} help={t('settings.computing.providerHelp')}>
        {status ? providerName(status.model.provider) : unknown}
      </Field>
      <Field label={t('settings.computing.precision')} help={t('settings.computing.precisionHelp')}>
        {status ? t(`settings.computing.precision.${status.model.precision}`) : unknown}
      </Field>
    </>
  );
}
