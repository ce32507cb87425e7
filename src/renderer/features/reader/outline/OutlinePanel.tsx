import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Heading } from '../../../../contract/notes.ts';
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
  if (!note) return <Empty title={t('reader.outlineNone')} />;
  if (note.headings.length === 0)
    return <Empty title={t('reader.outlineEmpty')}>{t('reader.outlineEmptyHelp')}</Empty>;
  return <Outline key={note.note.path} headings={note.headings} />;
}

/** Pixels of a row, as its style has it. */
const ROW = 27;

function Outline({ headings }: { readonly headings: readonly Heading[] }) {
  const t = useT();
  const jump = useReaderPort((s) => s.jump);
  const current = useReading((s) =>
    headings.findLastIndex((heading) => heading.start <= (s.inView?.start ?? 0)),
  );
  const pane = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: headings.length,
    getScrollElement: () => pane.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [current, virtual]);
  const least = Math.min(...headings.map(({ level }) => level));
  return (
    <nav ref={pane} aria-label={t('reader.outline')} className={styles.outline}>
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start: top }) => {
          const { start, level, text } = headings[index]!;
          return (
            <li key={start} style={{ transform: `translateY(${top}px)` }}>
              <button
                type="button"
                className={cx(styles.heading, index === current && styles.current)}
                style={{ paddingInlineStart: `${0.75 + (level - least) * 0.85}rem` }}
                title={text}
                aria-current={index === current ? 'location' : undefined}
                onClick={() => jump?.(start)}
              >
                {text || '—'}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
