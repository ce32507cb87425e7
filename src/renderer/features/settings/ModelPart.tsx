import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import type { Settings } from '../../../contract/settings.ts';
import { useT } from '../../i18n/use-t.ts';
import { useSession } from '../../state/session.ts';
import { useStatus } from '../status/use-status.ts';
import styles from './Settings.module.css';
import { useChange } from './use-change.ts';

const AUTO = '';

const HELP = {
  'multilingual-e5-small': 'settings.model.e5',
  'all-MiniLM-L6-v2': 'settings.model.minilm',
} as const;

/** Which model reads, what each is good for, and how to get the one that is missing. */
export function ModelPart({ settings }: { readonly settings: Settings }) {
  const t = useT();
  const change = useChange();
  const models = useSession((s) => s.about?.models) ?? [];
  const status = useStatus();
  const missing = models.some(({ id, installed }) => id === 'multilingual-e5-small' && !installed);
  return (
    <>
      <p className={styles.help}>{t('settings.model.intro')}</p>
      <RadioGroup
        className={styles.radios!}
        value={settings.model ?? AUTO}
        onChange={(id) => void change({ model: id === AUTO ? null : id })}
      >
        <Label className="sr-only">{t('settings.model.label')}</Label>
        <Choice
          id={AUTO}
          name={t('settings.model.auto')}
          help={
            settings.model === null && status ? t('settings.model.autoHelp', { name: status.model.name }) : ''
          }
        />
        {models.map(({ id, name, installed }) => (
          <Choice
            key={id}
            id={id}
            name={name}
            help={t(id in HELP ? HELP[id as keyof typeof HELP] : 'settings.model.other')}
            missing={installed ? undefined : t('settings.model.missing')}
          />
        ))}
      </RadioGroup>
      {missing && (
        <section className={styles.note}>
          <h4>{t('settings.model.get')}</h4>
          <p className={styles.help}>
            {t.rich('settings.model.getText', { code: (parts) => <code>{parts}</code> })}
          </p>
        </section>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly help: string;
  /** Why it cannot be chosen. */
  readonly missing?: string | undefined;
}

function Choice({ id, name, help, missing }: ChoiceProps) {
  return (
    <Radio value={id} isDisabled={missing !== undefined} className={styles.radio!}>
      <span className={styles.dot} aria-hidden />
      <span>
        <span className={styles.label}>{name}</span>
        {missing && <em className={styles.missing}>{missing}</em>}
        {help && (
          <Text slot="description" className={styles.help!}>
            {help}
          </Text>
        )}
      </span>
    </Radio>
  );
}
