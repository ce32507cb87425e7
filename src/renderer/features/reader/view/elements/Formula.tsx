import type { ReactNode } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { cx } from '../../../../ui/cx.ts';
import styles from '../note.module.css';

interface Props {
  readonly 'data-display'?: string | boolean;
  readonly 'data-error'?: string;
  readonly children?: ReactNode;
}

/** A formula, or its source where it cannot be read. */
export function Formula({ 'data-display': display, 'data-error': error, children }: Props) {
  const t = useT();
  const block = display === true || display === 'true' || display === '';
  if (error)
    return (
      <code className={styles.formulaError} title={t('reader.formulaError', { reason: error })}>
        {children}
      </code>
    );
  return <span className={cx(block && styles.formula)}>{children}</span>;
}
