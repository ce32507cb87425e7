import { FolderX } from 'lucide-react';
import { useEffect } from 'react';
import { useStatus } from '../features/status/index.ts';
import { useErrorText } from '../i18n/use-error-text.ts';
import { useT } from '../i18n/use-t.ts';
import { announce } from '../state/announce.ts';
import { runCommand } from '../state/commands.ts';
import { Button } from '../ui/Button.tsx';
import styles from './EngineBanner.module.css';

/** What is wrong with the folder itself: everything else still stands there as it was last read. */
const OF_THE_FOLDER: ReadonlySet<string> = new Set(['VAULT_GONE', 'VAULT_EMPTY', 'VAULT_UNREADABLE']);

/** Says that the vault's folder is away, empty or closed, for as long as it is. */
export function VaultBanner() {
  const t = useT();
  const errorText = useErrorText();
  const notice = useStatus()?.notices.find(({ code }) => OF_THE_FOLDER.has(code));
  const text = notice && errorText(notice);
  const said = text?.what ?? '';
  useEffect(() => {
    if (said) announce(said);
  }, [said]);
  if (!text) return null;
  return (
    <section className={styles.banner} data-notice={text.code} aria-label={t('app.notice')}>
      <FolderX size={16} aria-hidden />
      <p className={styles.words}>
        {text.what} <span className={styles.todo}>{text.todo}</span>
      </p>
      <Button small onPress={() => runCommand('vault.open')}>
        {t('app.chooseAnother')}
      </Button>
    </section>
  );
}
