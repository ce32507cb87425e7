import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { useReading } from '../../../state/reading.ts';
import { cx } from '../../../ui/cx.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { useReaderPort } from '../reader-port.ts';
import styles from './outline.module.css';

/** The headings of the note that is read; the one being read is marked, a click goes to another. */
export function OutlinePanel() {
  const t = useT();
  const note = useReaderPort((s) => s.note);
  const jump = useReaderPort((s) => s.jump);
  const at = useReading((s) => s.inView?.start ?? 0);
  const list = useRef<HTMLUListElement>(null);
  const headings = note?.headings ?? [];
  const current = headings.findLastIndex((heading) => heading.start <= at);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another heading is current
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (!note) return <Empty title={t('reader.outlineNone')} />;
  if (headings.length === 0)
    return <Empty title={t('reader.outlineEmpty')}>{t('reader.outlineEmptyHelp')}</Empty>;
  const least = Math.min(...headings.map(({ level }) => level));
  return (
    <nav aria-label={t('reader.outline')} className={styles.outline}>
      <ul ref={list}>
        {headings.map(({ start, level, text }, i) => (
          <li key={start}>
            <button
              type="button"
              className={cx(styles.heading, i === current && styles.current)}
              style={{ paddingInlineStart: `${0.75 + (level - least) * 0.85}rem` }}
              aria-current={i === current ? 'location' : undefined}
              onClick={() => jump?.(start)}
            >
              {text || '—'}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
