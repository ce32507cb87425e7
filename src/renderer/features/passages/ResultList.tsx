import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useDeferredValue,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
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
  /** Results from the first down to the last in view. */
  reached(): number;
}

interface Props<T> {
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  readonly label: string;
  readonly children: (item: T, row: RowProps) => ReactNode;
  /** Up from the first result. */
  readonly onLeaveTop?: () => void;
  /** What stands above the first result and scrolls with the list, and below the last. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly handle?: Ref<ResultListHandle>;
  /** The active result is where the focus goes when it is sent to the pane. */
  readonly paneFocus?: boolean;
}

/** Rows that are there with the first paint: more than a pane shows. */
const AT_ONCE = 8;

/**
 * Results, walked through with the arrows. The first are there at once, the others a moment later; the browser lays out
 * and paints those that are in view only (`content-visibility`).
 */
export function ResultList<T>(props: Props<T>) {
  const { items, idOf, label, children, onLeaveTop, before, after, handle, paneFocus = false } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const all = useDeferredValue(true, items.length <= AT_ONCE);
  const active = Math.min(at, Math.max(0, items.length - 1));

  const rows = () => [...(list.current?.children ?? [])] as HTMLElement[];
  const focusRow = (index: number) => {
    setAt(index);
    const row = rows()[index];
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector<HTMLElement>('[data-main]')?.focus({ preventScroll: true });
  };
  useImperativeHandle(handle, () => ({
    focus: () => items.length > 0 && focusRow(active),
    toTop: () => scroller.current?.scrollTo({ top: 0 }),
    reached: () => {
      const end = (scroller.current?.scrollTop ?? 0) + (scroller.current?.clientHeight ?? 0);
      return rows().filter((row) => row.offsetTop < end).length;
    },
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    const to = STEPS[event.key]?.(active, items.length);
    if (to === undefined || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (to < 0) onLeaveTop?.();
    else focusRow(Math.min(to, items.length - 1));
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      {before}
      <ul ref={list} aria-label={label} onKeyDown={onKeyDown}>
        {(all ? items : items.slice(0, AT_ONCE)).map((item, index) => (
          <li key={idOf(item)} className={styles.row} onFocus={() => setAt(index)}>
            {children(item, {
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
