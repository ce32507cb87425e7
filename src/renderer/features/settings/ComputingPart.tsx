import type { Gpu } from '../../../contract/engine-options.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { GpuState } from '../../../contract/status.ts';
import { useT } from '../../i18n/use-t.ts';
import { useSession } from '../../state/session.ts';
import { Select } from '../../ui/Select.tsx';
import { providerName } from '../status/provider.ts';
import { useStatus } from '../status/use-status.ts';
import { Field } from './Field.tsx';
import styles from './Settings.module.css';
import { useChange } from './use-change.ts';

const AUTO = 'auto';
/** Ways to a graphics card, by the system. */
const WAYS: Readonly<Record<string, readonly Gpu[]>> = {
  win32: ['dml', 'webgpu'],
  darwin: ['coreml', 'webgpu'],
  linux: ['webgpu', 'cuda'],
};

/** What the model runs on, how exactly, and with how many threads. */
export function ComputingPart({ settings }: { readonly settings: Settings }) {
  const t = useT();
  const change = useChange();
  const status = useStatus();
  const cores = useSession((s) => s.about?.cores ?? 1);
  const most = Math.max(cores, settings.threads ?? 1);
  const platform = useSession((s) => s.about?.platform ?? '');
  const gpu = status?.model.gpu;
  const possible = WAYS[platform] ?? [];
  // What was chosen elsewhere is shown here too.
  const { provider } = settings;
  const ways =
    provider === 'auto' || provider === 'cpu' || possible.includes(provider)
      ? possible
      : [...possible, provider];
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
      <Field
        label={t('settings.computing.provider')}
        help={
          <>
            {t('settings.computing.providerHelp')} {gpu && <Outcome gpu={gpu} />}
          </>
        }
      >
        {({ label }) => (
          <Select
            aria-labelledby={label}
            value={settings.provider}
            onChange={(value) => void change({ provider: value as Settings['provider'] })}
            choices={[
              { value: 'auto', label: t('settings.computing.provider.auto') },
              { value: 'cpu', label: t('settings.computing.provider.cpu') },
              ...ways.map((way) => ({ value: way, label: providerName(way) })),
            ]}
          />
        )}
      </Field>
      <Field label={t('settings.computing.precision')} help={t('settings.computing.precisionHelp')}>
        {status ? t(`settings.computing.precision.${status.model.precision}`) : unknown}
      </Field>
    </>
  );
}

/** What became of the graphics card, in a sentence. */
function Outcome({ gpu: { is, provider, reason } }: { readonly gpu: GpuState }) {
  const t = useT();
  const name = provider ? providerName(provider) : '';
  return (
    <span role="status" className={styles.outcome}>
      {t(`settings.computing.gpu.${is}`, { name })}
      {reason && (
        <>
          {' '}
          <q lang="en">{reason}</q>
        </>
      )}
    </span>
  );
}
