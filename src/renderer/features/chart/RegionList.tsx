import type { ChartModel } from '../../chart/model.ts';
import { useT } from '../../i18n/use-t.ts';
import { useTabs } from '../../state/tabs.ts';
import styles from './chart.module.css';
import { nameOfRegion } from './names.ts';

/** The chart in words: every region with its notes. What there is where nothing can be drawn. */
export function RegionList({ model }: { readonly model: ChartModel }) {
  const t = useT();
  const open = useTabs((s) => s.open);
  const regions = model.drawn.filter(({ region }) => region.parent === null);
  return (
    <section className={styles.list} aria-label={t('chart.list')}>
      {regions.map(({ region }) => (
        <details key={region.id}>
          <summary>{t('chart.legend.entry', { name: nameOfRegion(region), notes: region.notes })}</summary>
          <ul>
            {model.paths.map((path, i) =>
              model.regions[i] === region.id ? (
                <li key={path}>
                  <button type="button" onClick={() => open(path)}>
                    {model.notes[i]?.title ?? path}
                  </button>
                </li>
              ) : null,
            )}
          </ul>
        </details>
      ))}
    </section>
  );
}
