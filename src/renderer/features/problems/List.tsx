import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { useHost } from '../../app/context.ts';
import { useT } from '../../i18n/use-t.ts';
import { useLayout } from '../../state/layout.ts';
import { useNotes } from '../../state/notes.ts';
import { useSession } from '../../state/session.ts';
import { useTabs } from '../../state/tabs.ts';
import { isProblem, type Told } from './entries.ts';
import styles from './Problems.module.css';
import { Row } from './Row.tsx';
import type { Retry } from './use-retry.ts';

interface Props {
  readonly told: readonly Told[];
  readonly retry: Retry;
  /** False: another process writes the index, nothing can be read again here. */
  readonly writer: boolean;
}

/** The files, as many as there may be: arrows go from one to the next, left and right through what can be done. */
export function List({ told, retry, writer }: Props) {
  const t = useT();
  const host = useHost();
  const reveals = useSession((s) => s.about?.reveals ?? false);
  const known = useNotes((s) => s.byPath);
  const open = (path: string) => {
    useLayout.getState().set({ sheet: null });
    useTabs.getState().open(path);
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 78 }}>
      <GridList
        className={styles.list!}
        aria-label={t('problems.list')}
        items={told.map((one) => ({ ...one, id: one.entry.path }))}
        dependencies={[retry.pending, known, writer, reveals]}
        onAction={(path) => known.has(String(path)) && open(String(path))}
      >
        {(one) => {
          const { path } = one.entry;
          return (
            <GridListItem className={styles.row!} textValue={path}>
              <Row
                told={one}
                pending={retry.pending.has(path)}
                onOpen={known.has(path) ? () => open(path) : undefined}
                onReveal={reveals ? () => void host.reveal({ path }).catch(() => {}) : undefined}
                onRetry={writer && isProblem(one.entry) ? () => retry.retry([path]) : undefined}
              />
            </GridListItem>
          );
        }}
      </GridList>
    </Virtualizer>
  );
}
