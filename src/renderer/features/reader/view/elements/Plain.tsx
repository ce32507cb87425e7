import type { ReactNode } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import type { PlainReason } from '../../markdown/types.ts';
import styles from '../note.module.css';

interface Props {
  readonly 'data-reason'?: PlainReason;
  readonly 'data-start'?: string;
  readonly 'data-end'?: string;
  readonly children?: ReactNode;
}

/** A part of a note as it stands in the file, with the reason. */
export function Plain({ 'data-reason': reason, children, ...places }: Props) {
  const t = useT();
  return (
    <>
      {reason && <p className={styles.reason}>{t(`reader.plain.${reason}`)}</p>}
      <div {...places} className={styles.plain}>
        {children}
      </div>
    </>
  );
}
