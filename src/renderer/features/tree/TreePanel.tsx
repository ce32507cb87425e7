import { ArrowDownUp, Files, Search } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { useLayout } from '../../state/layout.ts';
import { useNotes } from '../../state/notes.ts';
import { placeOf, useTabs } from '../../state/tabs.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useProgress } from '../status/index.ts';
import { type Folder, openAtFirst, type Sort } from './model.ts';
import { rowsOf } from './rows.ts';
import { useTreeStore } from './store.ts';
import { TreeList } from './TreeList.tsx';
import styles from './tree.module.css';
import { useFiltered } from './use-filtered.ts';
import { useTree } from './use-tree.ts';

const SORTS: Readonly<Record<Sort, 'tree.byName' | 'tree.byChange' | 'tree.byDate'>> = {
  name: 'tree.byName',
  changed: 'tree.byChange',
  date: 'tree.byDate',
};

/** The vault's notes in their folders. */
export function TreePanel() {
  const t = useT();
  const tree = useTree();
  const open = useTreeStore((s) => s.open);
  const sort = useTreeStore((s) => s.sort);
  const filter = useTreeStore((s) => s.filter);
  const { set } = useTreeStore.getState();
  const filtered = useFiltered(filter);
  const rows = useMemo(() => (tree ? rowsOf(tree, open) : null), [tree, open]);
  useFirstSight(tree);
  useReveal(tree !== null);

  return (
    <section className={styles.panel} aria-label={t('tree.label')}>
      <div className={styles.tools}>
        <SearchField
          className={styles.field!}
          label={t('tree.filter')}
          value={filter}
          onChange={(value) => set({ filter: value })}
        />
        <Menu
          label={t('tree.sort')}
          placement="bottom end"
          actions={[
            ...(['name', 'changed', 'date'] as const).map((by) => ({
              id: by,
              label: t(SORTS[by]),
              run: () => set({ sort: by }),
              disabled: by === sort,
            })),
            null,
            { id: 'reveal', label: t('tree.reveal'), run: revealOpen },
            { id: 'collapse', label: t('tree.collapseAll'), run: () => set({ open: new Set() }) },
          ]}
        >
          <IconButton icon={ArrowDownUp} label={t('tree.sort')} />
        </Menu>
      </div>
      {filtered ? (
        <>
          <p className={styles.found} role="status">
            {t('tree.filtered', { count: filtered.length })}
          </p>
          {filtered.length > 0 ? <TreeList rows={filtered} /> : <NoMatch typed={filter} />}
        </>
      ) : rows === null ? (
        <p className={styles.found}>{t('tree.loading')}</p>
      ) : rows.length > 0 ? (
        <TreeList rows={rows} />
      ) : (
        <Empty icon={Files} title={t('tree.empty')}>
          {t('tree.emptyHelp')}
        </Empty>
      )}
    </section>
  );
}

function NoMatch({ typed }: { readonly typed: string }) {
  const t = useT();
  return (
    <Empty
      title={t('tree.noMatch')}
      actions={
        <Button onPress={() => useLayout.getState().ask(typed.trim())}>
          <Search size={14} aria-hidden />
          {t('tree.searchInstead')}
        </Button>
      }
    >
      {t('tree.noMatchHelp')}
    </Empty>
  );
}

/** A vault that is seen for the first time shows what its folders hold, where that is little. */
function useFirstSight(tree: Folder | null): void {
  const fresh = useTreeStore((s) => s.fresh);
  // The list of a large vault begins with a few notes too.
  const complete = useProgress(
    ({ progress }) => progress !== null && progress.phase !== 'scanning' && progress.phase !== 'reading',
  );
  useEffect(() => {
    if (!fresh || !complete || !tree || tree.count === 0) return;
    const { open, set } = useTreeStore.getState();
    set({ fresh: false, open: new Set([...open, ...openAtFirst(tree)]) });
  }, [fresh, complete, tree]);
}

/** The note that is read is in sight in the list, whenever another one is. */
function useReveal(ready: boolean): void {
  const path = useTabs((s) => placeOf(s)?.path ?? null);
  const there = useNotes((s) => path !== null && s.byPath.has(path));
  useEffect(() => {
    if (ready && there && path !== null) useTreeStore.getState().reveal(path);
  }, [ready, there, path]);
}

function revealOpen(): void {
  const place = placeOf(useTabs.getState());
  if (!place) return;
  useTreeStore.getState().set({ filter: '' });
  useTreeStore.getState().reveal(place.path);
}
