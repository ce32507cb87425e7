import type { ChartState } from '../../../contract/chart.ts';
import { useT } from '../../i18n/use-t.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import styles from './chart.module.css';

interface Props {
  readonly state: ChartState | null;
  /** There is nothing to look at meanwhile. */
  readonly first?: boolean;
}

/** What the engine is at, and how far it is. */
export function Working({ state, first = false }: Props) {
  const t = useT();
  const working = state?.working;
  const label = t(working ? `chart.working.${working.on}` : 'chart.making');
  return (
    <div className={first ? styles.making : styles.working} role="status">
      {first && <p>{t('chart.making')}</p>}
      {working && <span>{label}</span>}
      <ProgressLine label={label} value={working && working.on !== 'regions' ? working.share : null} />
    </div>
  );
}
