import { ChevronRight, LayoutDashboard } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { useIntl } from 'react-intl';
import { useT } from '../../i18n/use-t.ts';
import { cx } from '../../ui/cx.ts';
import type { Row } from './rows.ts';
import styles from './tree.module.css';

interface Props {
  readonly row: Row;
  readonly id: string;
  readonly top: number;
  /** The note is the one that is read. */
  readonly current: boolean;
  /** Keys act on it. */
  readonly active: boolean;
}

/** A line of the list: a folder, or a note. Its list hears the mouse. */
export const TreeRow = memo(function TreeRow({ row, id, top, current, active }: Props) {
  const t = useT();
  const { formatNumber } = useIntl();
  const style = { '--level': row.level - 1, transform: `translateY(${top}px)` } as CSSProperties;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and says which line is the active one
    <div
      id={id}
      role="treeitem"
      data-path={row.path}
      draggable={row.kind === 'note'}
      className={cx(styles.row, current && styles.current, active && styles.active)}
      style={style}
      aria-level={row.level}
      aria-posinset={row.at}
      aria-setsize={row.of}
      aria-selected={current}
      {...(row.kind === 'folder' && { 'aria-expanded': row.open })}
    >
      {row.kind === 'folder' ? (
        <>
          <ChevronRight size={14} aria-hidden className={cx(styles.chevron, row.open && styles.open)} />
          <span className={styles.name}>{row.name}</span>
          <span className={styles.count} aria-hidden>
            {formatNumber(row.count)}
          </span>
          <span className="sr-only">{t('tree.count', { count: row.count })}</span>
        </>
      ) : (
        <>
          <span className={styles.name} title={row.path}>
            {row.name}
          </span>
          {row.folder && <span className={styles.folder}>{row.folder}</span>}
          {row.note.kind === 'canvas' && (
            <>
              <LayoutDashboard size={13} aria-hidden className={styles.canvas} />
              <span className="sr-only">{t('tree.canvas')}</span>
            </>
          )}
        </>
      )}
    </div>
  );
});
