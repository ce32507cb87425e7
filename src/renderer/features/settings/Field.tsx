import { type ReactNode, useId } from 'react';
import styles from './Settings.module.css';

interface Props {
  readonly label: string;
  /** What it does. */
  readonly help?: ReactNode;
  /** The control, told the ids of its name and its explanation. */
  readonly children: ReactNode | ((ids: { label: string; help: string }) => ReactNode);
}

/** One setting: its name and what it does, and the control beside it. */
export function Field({ label, help, children }: Props) {
  const id = useId();
  const ids = { label: `${id}-label`, help: `${id}-help` };
  return (
    <div className={styles.field}>
      <div className={styles.about}>
        <p id={ids.label} className={styles.label}>
          {label}
        </p>
        {help && (
          <p id={ids.help} className={styles.help}>
            {help}
          </p>
        )}
      </div>
      <div className={styles.control}>{typeof children === 'function' ? children(ids) : children}</div>
    </div>
  );
}
