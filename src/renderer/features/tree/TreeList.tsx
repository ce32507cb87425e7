import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, type MouseEvent, useCallback, useEffect, useId, useMemo, useRef } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { useSession } from '../../state/session.ts';
import { placeOf, useTabs } from '../../state/tabs.ts';
import { linkTo } from '../passages/vault-names.ts';
import type { Row } from './rows.ts';
import { useTreeStore } from './store.ts';
import { TreeRow } from './TreeRow.tsx';
import styles from './tree.module.css';
import { useStill } from './use-still.ts';
import { useTreeKeys } from './use-tree-keys.ts';

/** Height of a line in rem; see `.row`. */
const ROW = 1.625;

/** The lines that are in sight, of however many there are. The list has the focus, and says which line it is on. */
export function TreeList({ rows }: { readonly rows: readonly Row[] }) {
  const t = useT();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const zoom = useSession((s) => s.settings?.zoom ?? 1);
  const open = useTabs((s) => placeOf(s)?.path ?? null);
  const active = useTreeStore((s) => s.active);
  const shown = useTreeStore((s) => s.shown);
  const indexes = useMemo(() => new Map(rows.map((row, i) => [row.path, i])), [rows]);
  const activeAt = active === null ? -1 : (indexes.get(active) ?? -1);
  const height = Math.round(ROW * rootSize() * 100) / 100;

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: useCallback(() => height, [height]),
    overscan: 10,
    // The active line is always there: screen readers are told its id.
    rangeExtractor: useCallback(
      (range: Range) => {
        const seen = defaultRangeExtractor(range);
        if (activeAt >= 0 && !seen.includes(activeAt)) seen.push(activeAt);
        return seen.sort((a, b) => a - b);
      },
      [activeAt],
    ),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another zoom makes other heights
  useEffect(() => virtual.measure(), [virtual, zoom]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for by number
  useEffect(() => {
    if (activeAt >= 0) virtual.scrollToIndex(activeAt, { align: 'auto' });
  }, [shown, activeAt >= 0]);
  useStill(scroll, rows, indexes, height);

  const onKeyDown = useTreeKeys(rows, activeAt);
  const onMouse = (event: MouseEvent) => {
    const path = (event.target as HTMLElement).closest<HTMLElement>('[data-path]')?.dataset.path;
    const row = path === undefined ? undefined : rows[indexes.get(path) ?? -1];
    if (!row || event.button > 1) return;
    useTreeStore.getState().set({ active: row.path });
    if (row.kind === 'folder') {
      if (event.button === 0) useTreeStore.getState().toggle(row.path);
    } else
      useTabs.getState().open(row.path, { newTab: event.button === 1 || event.ctrlKey || event.metaKey });
  };

  const onDragStart = ({ target, dataTransfer }: DragEvent) => {
    const path = (target as HTMLElement).closest<HTMLElement>('[data-path]')?.dataset.path;
    const row = path === undefined ? undefined : rows[indexes.get(path) ?? -1];
    if (row?.kind !== 'note') return;
    dataTransfer.setData('text/plain', linkTo(row.note));
    dataTransfer.effectAllowed = 'copyLink';
  };

  return (
    <div
      ref={scroll}
      role="tree"
      aria-label={t('tree.label')}
      tabIndex={0}
      data-pane-focus
      aria-activedescendant={activeAt >= 0 ? `${id}-${activeAt}` : undefined}
      className={styles.scroll}
      onKeyDown={onKeyDown}
      onClick={onMouse}
      onDragStart={onDragStart}
      onAuxClick={onMouse}
      onMouseDown={(event) => event.button === 1 && event.preventDefault()}
      onFocus={() => activeAt < 0 && useTreeStore.getState().set({ active: firstOf(rows, indexes, open) })}
    >
      <div className={styles.all} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <TreeRow
                key={row.path}
                row={row}
                id={`${id}-${index}`}
                top={start}
                current={row.path === open}
                active={index === activeAt}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

const firstOf = (rows: readonly Row[], indexes: ReadonlyMap<string, number>, open: string | null) =>
  open !== null && indexes.has(open) ? open : (rows[0]?.path ?? null);

/** Pixels of a rem, as the zoom and the browser's own setting make it. */
const rootSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
