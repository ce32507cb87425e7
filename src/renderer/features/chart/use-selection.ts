import { useCallback, useMemo, useState } from 'react';
import type { ChartModel } from '../../chart/model.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';

const NONE: readonly string[] = [];

/** The notes that are selected on the chart; they stay selected while others come and go. */
export function useSelection(model: ChartModel | null) {
  const t = useT();
  const [paths, setPaths] = useState(NONE);
  const selected = useMemo(() => paths.flatMap((path) => model?.indexOf.get(path) ?? []), [model, paths]);
  /** Selects notes; `more`: takes each in beside the selected ones, or out where it was one of them. */
  const select = useCallback(
    (notes: readonly number[], more: boolean) => {
      const meant = notes.flatMap((i) => model?.paths[i] ?? []);
      const next = more
        ? [...paths.filter((path) => !meant.includes(path)), ...meant.filter((path) => !paths.includes(path))]
        : meant;
      setPaths(next);
      announce(
        next.length === 0 ? t('chart.selection.none') : t('chart.selection.notes', { notes: next.length }),
      );
    },
    [model, paths, t],
  );
  const clear = useCallback(() => setPaths(NONE), []);
  return { selected, select, clear };
}
