import { useCallback, useMemo } from 'react';
import type { ChartModel } from '../../chart/model.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { useSelected } from '../../state/selection.ts';

/** The notes that are selected on the chart; they stay selected while others come and go, and while one is read. */
export function useSelection(model: ChartModel | null) {
  const t = useT();
  const { paths, select: setPaths } = useSelected();
  const selected = useMemo(() => paths.flatMap((path) => model?.indexOf.get(path) ?? []), [model, paths]);
  /** Selects notes; `more`: takes each in beside the selected ones, or out where it was one of them. */
  const select = useCallback(
    (notes: readonly number[], more: boolean) => {
      const before = useSelected.getState().paths;
      const meant = notes.flatMap((i) => model?.paths[i] ?? []);
      const [was, is] = [new Set(before), new Set(meant)];
      const next = more
        ? [...before.filter((path) => !is.has(path)), ...meant.filter((path) => !was.has(path))]
        : meant;
      setPaths(next);
      announce(
        next.length === 0 ? t('chart.selection.none') : t('chart.selection.notes', { notes: next.length }),
      );
    },
    [model, setPaths, t],
  );
  const clear = useCallback(() => setPaths([]), [setPaths]);
  return { selected, select, clear };
}
