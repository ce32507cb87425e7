import { ChevronDown, FolderOpen, FolderSearch, LogOut, Settings } from 'lucide-react';
import { useT } from '../i18n/use-t.ts';
import { runCommand } from '../state/commands.ts';
import { useSession } from '../state/session.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useHost } from './context.ts';
import styles from './Shell.module.css';

/** The vault's name, and what can be done with it as a whole. */
export function VaultMenu() {
  const t = useT();
  const host = useHost();
  const name = useSession((s) => s.state?.vault?.name ?? '');
  const reveals = useSession((s) => s.about?.reveals ?? false);
  return (
    <Menu
      label={t('app.vaultMenu', { name })}
      actions={[
        { id: 'open', label: t('app.openFolder'), icon: FolderOpen, run: () => runCommand('vault.open') },
        ...(reveals
          ? [
              {
                id: 'reveal',
                label: t('app.revealVault'),
                icon: FolderSearch,
                run: () => void host.reveal({}).catch(() => {}),
              },
            ]
          : []),
        null,
        {
          id: 'settings',
          label: t('app.cmdSettings'),
          icon: Settings,
          keys: 'Mod+,',
          run: () => runCommand('settings.open'),
        },
        null,
        {
          id: 'close',
          label: t('app.closeVault'),
          icon: LogOut,
          run: () => void host.close().catch(() => {}),
        },
      ]}
    >
      <Button look="quiet" small className={styles.vault} aria-label={t('app.vaultMenu', { name })}>
        <span>{name}</span>
        <ChevronDown size={14} aria-hidden />
      </Button>
    </Menu>
  );
}
