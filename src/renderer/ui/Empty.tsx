import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Empty.module.css';

interface Props {
  readonly icon?: LucideIcon;
  /** Why there is nothing. */
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
  /** Buttons for it. */
  readonly actions?: ReactNode;
}

/** Where there is nothing to show: says so, and what to do next. */
export function Empty({ icon: Icon, title, children, actions }: Props) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon size={24} aria-hidden className={styles.icon} />}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
