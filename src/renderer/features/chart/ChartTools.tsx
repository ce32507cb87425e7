import { Blend, Camera, History, Lasso, Maximize, Minus, Plus, RotateCw, Spline } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import type { ChartState } from '../../../contract/chart.ts';
import { useEngine } from '../../app/context.ts';
import type { Drawing } from '../../chart/drawing.ts';
import type { ChartModel } from '../../chart/model.ts';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { useChartLook } from '../../state/chart.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import styles from './chart.module.css';
import { saveChart } from './save.ts';

/** Drift, and coverage of the first sketch, from which a new layout is offered. */
const MUCH_DRIFT = 0.25;
const SKETCH = 0.9;

interface Props {
  readonly drawing: Drawing;
  readonly model: ChartModel;
  readonly state: ChartState;
  readonly lasso: boolean;
  readonly onLasso: (on: boolean) => void;
  /** Whether all time is shown below. */
  readonly time: boolean;
  readonly onTime: (on: boolean) => void;
}

export function ChartTools({ drawing, model, state, lasso, onLasso, time, onTime }: Props) {
  const t = useT();
  const engine = useEngine();
  const errorText = useErrorText();
  const { links, grounds, set } = useChartLook(
    useShallow(({ links, grounds, set }) => ({ links, grounds, set })),
  );
  const anew = () => void engine.layOutChart().catch((error) => announce(errorText(error).what));
  const keep = (kind: 'png' | 'svg') =>
    void saveChart(drawing, kind).catch((error) => announce(errorText(error).what));
  const offer =
    state.drift >= MUCH_DRIFT
      ? t('chart.drift', { share: state.drift })
      : state.coverage < SKETCH
        ? t('chart.sketch', { share: state.coverage })
        : null;
  return (
    <>
      <div className={styles.tools}>
        <IconButton
          icon={Plus}
          label={t('chart.zoomIn')}
          placement="left"
          onPress={() => drawing.zoomBy(0.7)}
        />
        <IconButton
          icon={Minus}
          label={t('chart.zoomOut')}
          placement="left"
          onPress={() => drawing.zoomBy(-0.7)}
        />
        <IconButton
          icon={Maximize}
          label={t('chart.fit')}
          placement="left"
          onPress={() => drawing.fitAll(model.bounds)}
        />
        <IconButton
          icon={Spline}
          label={t('chart.links')}
          placement="left"
          pressed={links}
          onPress={() => set({ links: !links })}
        />
        <IconButton
          icon={Blend}
          label={t('chart.grounds')}
          placement="left"
          pressed={grounds}
          onPress={() => set({ grounds: !grounds })}
        />
        <IconButton
          icon={Lasso}
          label={t('chart.lasso')}
          placement="left"
          pressed={lasso}
          onPress={() => onLasso(!lasso)}
        />
        <IconButton
          icon={History}
          label={t('chart.time.show')}
          placement="left"
          pressed={time}
          onPress={() => onTime(!time)}
        />
        <IconButton icon={RotateCw} label={t('chart.anew')} placement="left" onPress={anew} />
        <Menu
          label={t('chart.save')}
          placement="left bottom"
          actions={[
            { id: 'png', label: t('chart.save.png'), run: () => keep('png') },
            { id: 'svg', label: t('chart.save.svg'), run: () => keep('svg') },
          ]}
        >
          <IconButton icon={Camera} label={t('chart.save')} placement="left" />
        </Menu>
      </div>
      {offer && !state.working && (
        <div className={styles.offer} role="status">
          <span>{offer}</span>
          <Button small onPress={anew}>
            {t('chart.anew')}
          </Button>
        </div>
      )}
    </>
  );
}
