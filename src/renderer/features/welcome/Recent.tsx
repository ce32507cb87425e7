import { X } from 'lucide-react';
import { useId } from 'react';
import { Button as Plain } from 'react-aria-components';
import { FormattedRelativeTime } from 'react-intl';
import type { HostState } from '../../../contract/host.ts';
import { useHost } from '../../app/context.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { useSession } from '../../state/session.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ago } from './ago.ts';
import type { Opening } from './use-open.ts';
import styles from './Welcome.module.css';

type RecentVault = HostState['recent'][number];

const SHOWN = 6;
const NONE: readonly RecentVault[] = [];

/** The vaults opened last, the newest first; those that are not there now say so. */
export function Recent({ opening }: { readonly opening: Opening }) {
  const t = useT();
  const host = useHost();
  const id = useId();
  const recent = useSession((s) => s.state?.recent ?? NONE);
  if (recent.length === 0) return null;
  const forget = async ({ path, name }: RecentVault) => {
    await host.forget({ path });
    announce(t('welcome.forgotten', { name }));
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.section}>
        {t('welcome.recent')}
      </h2>
      <ul className={styles.recent}>
        {recent.slice(0, SHOWN).map((vault) => (
          <li key={vault.path} className={styles.vault}>
            <Plain
              className={styles.vaultOpen!}
              isDisabled={opening.busy !== null}
              aria-label={t('welcome.recentOpen', { name: vault.name, path: vault.path })}
              onPress={() => void opening.open(vault.path)}
            >
              <span className={styles.name}>{vault.name}</span>
              <span className={styles.when}>
                {vault.missing ? (
                  <em className={styles.missing}>{t('welcome.missing')}</em>
                ) : (
                  <FormattedRelativeTime {...ago(vault.openedAt, Date.now())} numeric="auto" />
                )}
              </span>
              <span className={styles.path} title={vault.path}>
                <bdi>{vault.path}</bdi>
              </span>
            </Plain>
            <IconButton
              icon={X}
              label={t('welcome.forget', { name: vault.name })}
              placement="right"
              onPress={() => void forget(vault).catch(() => {})}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
