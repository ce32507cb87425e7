import { useDeferredValue, useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useNotes } from '../../state/notes.ts';
import { buildTree, type Folder } from './model.ts';
import { useTreeStore } from './store.ts';

/** The vault's folders and notes in order; the last complete ones while newer ones are put together. */
export function useTree(): Folder | null {
  const list = useDeferredValue(useNotes((s) => s.list));
  const sort = useTreeStore((s) => s.sort);
  const { locale } = useIntl();
  const [tree, setTree] = useState<Folder | null>(null);
  useEffect(() => {
    if (!list) return setTree(null);
    const ended = new AbortController();
    buildTree(list, sort, locale, ended.signal).then(setTree, () => {});
    return () => ended.abort();
  }, [list, sort, locale]);
  return tree;
}
