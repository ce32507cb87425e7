import type { ChartModel } from '../../chart/model.ts';
import { useT } from '../../i18n/use-t.ts';
import styles from './chart.module.css';
import { nameOfRegion } from './names.ts';

interface Props {
  readonly model: ChartModel;
  readonly note: number;
  readonly x: number;
  readonly y: number;
}

/** What the note under the pointer is. */
export function HoverCard({ model, note, x, y }: Props) {
  const t = useT();
  const path = model.paths[note]!;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const region = model.drawn.find(({ region: { id } }) => id === model.regions[note])?.region;
  return (
    <div className={styles.card} style={{ left: x, top: y }} aria-hidden>
      <strong>{model.notes[note]?.title ?? path}</strong>
      {folder && <span>{folder}</span>}
      {region && <span>{nameOfRegion(region)}</span>}
      <span className={styles.count}>{t('chart.hover.links', { n: model.degrees[note]! })}</span>
    </div>
  );
}
