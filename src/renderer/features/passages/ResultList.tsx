import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react';
import styles from './ResultList.module.css';

export interface RowProps {
  readonly index: number;
  /** For the one thing of the row that takes the focus: the list is one stop of the Tab key. */
  readonly main: { readonly tabIndex: 0 | -1; readonly 'data-main': true; readonly 'data-pane-focus'?: true };
}

export interface ResultListHandle {
  /** Moves the focus to the first result, or to the one that had it last. */
  focus(): void;
  toTop(): void;
}

interface Props<T> {
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  readonly label: string;
  readonly children: (item: T, row: RowProps) => ReactNode;
  /** Up from the first result. */
  readonly onLeaveTop?: () => void;
  /** Results from the first down to the last in view. */
  readonly onReach?: (rows: number) => void;
  /** What stands above the first result and scrolls with the list, and below the last. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly handle?: Ref<ResultListHandle>;
  /** The active result is where the focus goes when it is sent to the pane. */
  readonly paneFocus?: boolean;
}

/** Rows of unequal height of which only those in view exist, walked through with the arrows. */
export function ResultList<T>({
  items,
  idOf,
  label,
  children,
  onLeaveTop,
  onReach,
  before,
  after,
  handle,
  paneFocus = false,
}: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const active = Math.min(at, Math.max(0, items.length - 1));
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 118,
    getItemKey: (i) => idOf(items[i]!),
    overscan: 4,
    scrollMargin: list.current?.offsetTop ?? 0,
    // The row that has the focus stays, however far it is scrolled away.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), active])]
        .sort((a, b) => a - b)
        .filter((i) => i < items.length),
    onChange: (now) => onReach?.((now.range?.endIndex ?? -1) + 1),
  });

  const focusRow = (index: number) => {
    setAt(index);
    virtual.scrollToIndex(index, { align: 'auto' });
    const find = () => list.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-main]`);
    const there = find();
    if (there) there.focus({ preventScroll: true });
    else requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
  };
  useImperativeHandle(handle, () => ({
    focus: () => items.length > 0 && focusRow(active),
    toTop: () => scroller.current?.scrollTo({ top: 0 }),
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (items.length === 0 || event.defaultPrevented) return;
    const to = STEPS[event.key]?.(active, items.length);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (to < 0) onLeaveTop?.();
    else focusRow(Math.min(to, items.length - 1));
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      {before}
      <ul
        ref={list}
        aria-label={label}
        className={styles.list}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={styles.row}
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
            onFocus={() => setAt(index)}
          >
            {children(items[index]!, {
              index,
              main: {
                tabIndex: index === active ? 0 : -1,
                'data-main': true,
                ...(paneFocus && index === active && { 'data-pane-focus': true }),
              },
            })}
          </li>
        ))}
      </ul>
      {after}
    </div>
  );
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};
