import { useQuery } from '@tanstack/react-query';
import type { DuplicatePair } from '../../../contract/duplicates.ts';
import { useEngine } from '../../app/context.ts';
import { useT } from '../../i18n/use-t.ts';
import { openAt, wantsTab } from '../passages/open-at.ts';
import styles from './related.module.css';
import { useRested } from './use-rested.ts';

const KINDS = ['duplicate', 'contained', 'translation'] as const;
const SHOWN = 3;
/** Milliseconds: whoever leafs through notes waits for the next one, and comparing this one would be before it. */
const REST = 500;

/** Notes that say the same as the one that is read, where there are any; asked for when nothing else waits. */
export function Copies({ path }: { readonly path: string }) {
  const engine = useEngine();
  const t = useT();
  const rested = useRested(path, REST);
  const { data } = useQuery({
    enabled: rested !== null,
    queryKey: ['related', 'copies', path],
    queryFn: ({ signal }) => engine.duplicates({ note: path, differences: false, limit: 9 }, { signal }),
  });
  if (!data || data.pairs.length === 0) return null;
  return (
    <div className={styles.copies}>
      {KINDS.map((kind) => {
        const pairs = data.pairs.filter((pair) => pair.kind === kind).slice(0, SHOWN);
        if (pairs.length === 0) return null;
        return (
          <p key={kind}>{t.rich(`related.copy.${kind}`, { notes: <Notes pairs={pairs} path={path} /> })}</p>
        );
      })}
    </div>
  );
}

function Notes({ pairs, path }: { readonly pairs: readonly DuplicatePair[]; readonly path: string }) {
  return pairs.map(({ a, b }, i) => {
    const other = a.path === path ? b : a;
    return (
      <span key={other.path}>
        {i > 0 && ', '}
        <button
          type="button"
          className={styles.inline}
          onClick={(e) => openAt(other.path, null, wantsTab(e))}
        >
          {other.title}
        </button>
      </span>
    );
  });
}
