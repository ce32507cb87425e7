import { BookOpen, Lock, type LucideIcon, MonitorCheck, PenOff } from 'lucide-react';
import { useId } from 'react';
import { useT } from '../../i18n/use-t.ts';
import styles from './Welcome.module.css';

const PROMISES = [
  ['read', BookOpen],
  ['index', MonitorCheck],
  ['vault', PenOff],
  ['local', Lock],
] as const satisfies readonly (readonly [string, LucideIcon])[];

/** What will happen once a folder is opened, and what will not. */
export function Promises() {
  const t = useT();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.promises}>
      <h2 id={id} className={styles.section}>
        {t('welcome.happens')}
      </h2>
      <ul>
        {PROMISES.map(([what, Icon]) => (
          <li key={what}>
            <Icon size={16} aria-hidden />
            {t(`welcome.happens.${what}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
