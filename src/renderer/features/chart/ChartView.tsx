import { Compass } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { canDraw, type Drawing } from '../../chart/drawing.ts';
import type { Rhumb } from '../../chart/layers.ts';
import type { DrawnRegion } from '../../chart/model.ts';
import type { TimeWindow } from '../../chart/time.ts';
import { useT } from '../../i18n/use-t.ts';
import { afterPaint } from '../../state/after-paint.ts';
import { useChartLook } from '../../state/chart.ts';
import { placeOf, useTabs } from '../../state/tabs.ts';
import { CodedError } from '../../ui/CodedError.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ChartCanvas } from './ChartCanvas.tsx';
import { ChartTools } from './ChartTools.tsx';
import styles from './chart.module.css';
import { FoundBar } from './FoundBar.tsx';
import { foundOn } from './found.ts';
import { Legend } from './Legend.tsx';
import { Overview } from './Overview.tsx';
import { RegionList } from './RegionList.tsx';
import { Selection } from './Selection.tsx';
import { TimeBar } from './TimeBar.tsx';
import { useAxis } from './use-axis.ts';
import { useAxisSight } from './use-axis-sight.ts';
import { useChart } from './use-chart.ts';
import { useHits } from './use-hits.ts';
import { useRhumbs } from './use-rhumbs.ts';
import { useSelection } from './use-selection.ts';
import { Working } from './Working.tsx';

/** Along an axis ties would be lines from anywhere to anywhere. */
const NO_TIES: readonly Rhumb[] = [];

/** The map of the vault: every note in its place, regions with names, ties of the chosen note. */
export default function ChartView() {
  const t = useT();
  const { state, model, error } = useChart();
  const read = useTabs((s) => placeOf(s)?.path ?? null);
  const both = useChartLook((s) => s.view === 'both');
  const [chosenPath, setChosenPath] = useState<string | null>(read);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [drawable] = useState(canDraw);
  // The notes come first: what is around them, and under them, is made when they are there.
  const pictured = usePictured(drawing);
  const rhumbs = useRhumbs(pictured || !drawable ? model : null, chosenPath);
  const found = useHits(model);
  const axis = useAxis(model);
  useAxisSight(drawing, model, axis);
  const { selected, select, clear } = useSelection(model);
  const [lasso, setLasso] = useState(false);
  const [time, setTime] = useState(false);
  const [timely, setTimely] = useState<TimeWindow | null>(null);
  const hits = useMemo(
    () => (selected.length > 0 ? new Set(selected) : (axis?.related ?? (found && new Set(found.keys())))),
    [selected, found, axis],
  );
  const on = useMemo(() => foundOn(found, axis, selected.length > 0), [found, axis, selected]);
  const drawn = useMemo(() => model && on.laidOut(model), [model, on]);
  const chosen = chosenPath === null ? -1 : (model?.indexOf.get(chosenPath) ?? -1);

  // The chart follows the reader…
  useEffect(() => {
    if (read !== null) setChosenPath(read);
  }, [read]);
  useEffect(() => {
    if (drawing && chosen >= 0) drawing.bringIn(chosen);
  }, [drawing, chosen]);

  // …and the reader the chart, where both are seen.
  const choose = useCallback(
    (note: number) => {
      const path = model?.paths[note] ?? null;
      setChosenPath(path);
      if (path !== null && both) useTabs.getState().open(path);
    },
    [model, both],
  );
  const go = useCallback(
    ({ middle: { x, y }, reach }: DrawnRegion) =>
      drawing?.fit({
        left: x - 1.6 * reach,
        right: x + 1.6 * reach,
        bottom: y - 1.6 * reach,
        top: y + 1.6 * reach,
      }),
    [drawing],
  );
  const selectRegion = useCallback(
    ({ region: { id } }: DrawnRegion) =>
      select(model ? [...model.regions.keys()].filter((i) => model.regions[i] === id) : [], false),
    [model, select],
  );
  const unlinked = useMemo(() => rhumbs.filter(({ linked }) => !linked).length, [rhumbs]);

  if (error && !model) return <CodedError error={error} />;
  if (!model)
    return state && state.notes === 0 && !state.working ? <NoChart /> : <Working state={state} first />;
  if (model.count === 0) return <NoChart />;
  return (
    <section
      className={styles.chart}
      aria-label={t('chart.title')}
      data-time={time}
      data-selected={selected.length > 0}
    >
      {!both && <h1 className="sr-only">{t('chart.title')}</h1>}
      {drawable ? (
        <ChartCanvas
          model={drawn!}
          found={on}
          chosen={chosen}
          rhumbs={on.overlay.rule ? NO_TIES : rhumbs}
          hits={hits}
          time={timely}
          onChoose={choose}
          lasso={lasso}
          onSelect={select}
          onDrawing={setDrawing}
          pictured={pictured}
        />
      ) : (
        <div className={styles.undrawn}>
          <Empty title={t('chart.noDrawing.title')}>{t('chart.noDrawing.words')}</Empty>
          <RegionList model={model} />
        </div>
      )}
      {drawing && pictured && (
        <ChartTools
          drawing={drawing}
          model={drawn!}
          state={state!}
          lasso={lasso}
          onLasso={setLasso}
          time={time}
          onTime={setTime}
        />
      )}
      {drawing && pictured && !on.overlay.rule && <Overview drawing={drawing} model={model} />}
      {found && <FoundBar notes={axis ? axis.related.size : found.size} />}
      {(pictured || !drawable) && !on.axis && <Legend model={model} onGo={go} onSelect={selectRegion} />}
      {chosen >= 0 && (
        <p className={styles.chosen}>
          <strong>{model.notes[chosen]?.title ?? model.paths[chosen]}</strong>
          <span>{t('chart.rhumbs', { n: rhumbs.length, unlinked })}</span>
        </p>
      )}
      {time && drawing && <TimeBar model={model} drawing={drawing} onTime={setTimely} />}
      {selected.length > 0 && <Selection model={model} notes={selected} onChoose={choose} onClear={clear} />}
      {state?.working && <Working state={state} />}
    </section>
  );
}

/** Whether a picture of the notes is on the screen. */
function usePictured(drawing: Drawing | null): boolean {
  const [pictured, setPictured] = useState<Drawing | null>(null);
  useEffect(() => {
    let stop = () => {};
    let ended = false;
    void drawing?.pictured.then(() => {
      if (!ended) stop = afterPaint(() => setPictured(drawing));
    });
    return () => {
      ended = true;
      stop();
    };
  }, [drawing]);
  return drawing !== null && pictured === drawing;
}

function NoChart() {
  const t = useT();
  return (
    <Empty icon={Compass} title={t('chart.none.title')}>
      {t('chart.none.words')}
    </Empty>
  );
}
