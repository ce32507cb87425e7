import { useT } from '../../i18n/use-t.ts';
import { useSession } from '../../state/session.ts';
import { Facts } from '../../ui/Facts.tsx';
import { LICENCES } from './licences.ts';
import styles from './Settings.module.css';

/** Which Portolan this is, and what it is made of. */
export function AboutPart() {
  const t = useT();
  const about = useSession((s) => s.about);
  return (
    <>
      <p className={styles.prose}>{t('settings.about.what')}</p>
      <Facts
        facts={[
          about && [t('settings.about.version'), about.version],
          about && [t('settings.about.shell'), t(`settings.about.shell.${about.shell}`)],
          about && [t('settings.about.platform'), about.platform],
          [t('settings.about.licence'), 'MIT'],
        ]}
      />
      <section className={styles.note}>
        <h4>{t('settings.about.made')}</h4>
        <p className={styles.help}>{t('settings.about.madeText')}</p>
        <ul className={styles.licences}>
          {LICENCES.map(([name, licence]) => (
            <li key={name}>
              <span>{name}</span>
              <span className={styles.licence}>{licence}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
