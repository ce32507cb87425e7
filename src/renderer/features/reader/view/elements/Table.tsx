import type { ComponentProps } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import styles from '../note.module.css';

/** A table that is wider than the page scrolls within itself. */
export function Table({ ...props }: ComponentProps<'table'>) {
  const t = useT();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className={styles.tableScroll} tabIndex={0} aria-label={t('reader.table')}>
      <table {...props} />
    </section>
  );
}
