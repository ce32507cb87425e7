import { X } from 'lucide-react';
import { rampOf } from '../../chart/axis-colours.ts';
import { css } from '../../chart/layers.ts';
import { useT } from '../../i18n/use-t.ts';
import { AXIS_LOOKS, type AxisLook, lookAtAxis, setHits, useFoundHits } from '../../state/hits.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import styles from './FoundBar.module.css';
import { usePalette } from './use-theme.ts';

interface Props {
  /** Notes of the chart that stand out for what was found. */
  readonly notes: number;
}

/** What the chart shows of the last search, and how to be rid of it; for an axis, how it is laid over the chart. */
export function FoundBar({ notes }: Props) {
  const t = useT();
  const palette = usePalette();
  const { hits, look } = useFoundHits();
  if (!hits) return null;
  const { poles } = hits;
  return (
    <section className={styles.bar} aria-label={t('chart.found')}>
      <span role="status" className={styles.said}>
        {t(`chart.found.${hits.way}`, { notes })}
      </span>
      {poles && look !== 'map' && (
        <span className={cx(styles.poles, look === 'line' && 'sr-only')}>
          <span title={poles.fromName}>{poles.fromName}</span>
          <i
            className={styles.ramp}
            style={{ background: `linear-gradient(to right, ${rampOf(palette).map(css).join(', ')})` }}
            aria-hidden
          />
          <span title={poles.toName}>{poles.toName}</span>
        </span>
      )}
      {poles && (
        <SegmentedControl<AxisLook>
          label={t('chart.axis')}
          value={look}
          onChange={lookAtAxis}
          segments={AXIS_LOOKS.map((value) => ({ value, label: t(`chart.axis.${value}`) }))}
        />
      )}
      <IconButton icon={X} label={t('chart.found.clear')} onPress={() => setHits(null)} />
    </section>
  );
}
