import { Languages } from 'lucide-react';
import type { Status } from '../../../contract/status.ts';
import { useT } from '../../i18n/use-t.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { PopoverButton } from '../../ui/PopoverButton.tsx';
import { openSettings } from '../settings/section.ts';
import { foreignLanguage } from './foreign.ts';
import { useNumbers } from './numbers.ts';
import { providerName } from './provider.ts';
import styles from './StatusBar.module.css';

const MULTILINGUAL = 'multilingual-e5-small';
/** The model of last resort, or chosen: either way it reads no other language. */
const ENGLISH_ONLY: ReadonlySet<string> = new Set(['all-MiniLM-L6-v2']);

/** Languages that are named one by one. */
const NAMED = 4;

/** Which model reads, by what and how; and a plain word where it does not know the vault's language. */
export function ModelItem({ status: { model, languages } }: { readonly status: Status }) {
  const t = useT();
  const numbers = useNumbers();
  const better = useSession((s) =>
    s.about?.models.some(({ id, installed }) => id === MULTILINGUAL && installed),
  );
  const foreign = ENGLISH_ONLY.has(model.id) ? foreignLanguage(languages) : null;
  const how = t(`status.model.${model.precision}`);
  return (
    <PopoverButton
      className={cx(styles.item, foreign !== null && styles.warning)}
      title={t('status.model.title')}
      placement="top end"
      content={(close) => (
        <>
          <p className={styles.words}>
            <strong>{model.name}</strong>. {t('status.model.here')}
          </p>
          {foreign && (
            <ErrorNote
              look="note"
              what={t('status.model.fallback', { name: model.name, language: numbers.language(foreign) })}
              todo={t(better ? 'status.model.choose' : 'status.model.get')}
            />
          )}
          <Facts
            facts={[
              [t('status.model.provider'), providerName(model.provider)],
              [t('status.model.precision'), how],
              [t('status.model.threads'), numbers.count(model.threads)],
              [t('status.model.languages'), <LanguageList key="languages" languages={languages} />],
            ]}
          />
          <Button
            look="quiet"
            className={styles.more}
            onPress={() => {
              close();
              openSettings('model');
            }}
          >
            {t('status.model.settings')}
          </Button>
        </>
      )}
    >
      <span className="sr-only">{t('status.model.title')}</span>
      {foreign && <Languages size={14} aria-hidden />}
      <span className={styles.short}>{foreign ? t('status.model.english') : model.name}</span>
      <span data-rank="3" className={styles.number}>
        {how} · {providerName(model.provider)} × {numbers.count(model.threads)}
      </span>
    </PopoverButton>
  );
}

function LanguageList({ languages }: Pick<Status, 'languages'>) {
  const numbers = useNumbers();
  const all = languages.reduce((sum, { notes }) => sum + notes, 0);
  return (
    <>
      {languages.slice(0, NAMED).map(({ language, notes }) => (
        <span key={language} className={styles.language}>
          {numbers.language(language)} {numbers.share(notes / all)}
        </span>
      ))}
    </>
  );
}
