import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './ErrorNote.module.css';

interface Props {
  /** What happened, and what it means. */
  readonly what: string;
  readonly todo?: string | undefined;
  /** As in the contract: for whoever reports it. */
  readonly code?: string | undefined;
  readonly actions?: ReactNode;
  /** 'note': not an error, something to know. */
  readonly look?: 'error' | 'note';
}

/** An error in the page: what happened, what to do, the code small. Screen readers hear it when it appears. */
export function ErrorNote({ what, todo, code, actions, look = 'error' }: Props) {
  return (
    <div className={styles[look]} role={look === 'error' ? 'alert' : 'note'}>
      <TriangleAlert size={16} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.what}>{what}</p>
        {todo && <p className={styles.todo}>{todo}</p>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {code && <code className={styles.code}>{code}</code>}
    </div>
  );
}
