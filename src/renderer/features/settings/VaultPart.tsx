import { FolderSearch, LogOut } from 'lucide-react';
import { useHost } from '../../app/context.ts';
import { useT } from '../../i18n/use-t.ts';
import { useLayout } from '../../state/layout.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useNumbers } from '../status/numbers.ts';
import { useStatus } from '../status/use-status.ts';
import styles from './Settings.module.css';
import { attempt } from './use-change.ts';

/** Which folder is open, and where what was read of it lies. */
export function VaultPart() {
  const vault = useSession((s) => s.state?.vault ?? null);
  return vault ? <Open name={vault.name} path={vault.path} /> : <NoVault />;
}

/** Stands where there is nothing to set without a vault. */
export function NoVault() {
  const t = useT();
  return <Empty title={t('settings.vault.none')}>{t('settings.vault.noneText')}</Empty>;
}

function Open({ name, path }: { readonly name: string; readonly path: string }) {
  const t = useT();
  const host = useHost();
  const status = useStatus();
  const numbers = useNumbers();
  const reveals = useSession((s) => s.about?.reveals ?? false);
  const close = async () => {
    if (await attempt(() => host.close())) useLayout.getState().set({ sheet: null });
  };
  return (
    <>
      <Facts
        facts={[
          [t('settings.vault.name'), name],
          [t('settings.vault.path'), path],
          status ? [t('settings.vault.notes'), numbers.count(status.counts.notes)] : null,
          status ? [t('settings.vault.index'), status.database] : null,
          status && status.bytes !== null ? [t('settings.vault.size'), numbers.size(status.bytes)] : null,
        ]}
      />
      <p className={styles.help}>{t('settings.vault.indexHelp')}</p>
      <div className={styles.actions}>
        {reveals && (
          <Button onPress={() => void attempt(() => host.reveal({}))}>
            <FolderSearch size={14} aria-hidden />
            {t('settings.vault.reveal')}
          </Button>
        )}
        <Button onPress={() => void close()}>
          <LogOut size={14} aria-hidden />
          {t('settings.vault.close')}
        </Button>
      </div>
      <p className={styles.help}>{t('settings.vault.closeHelp')}</p>
    </>
  );
}
