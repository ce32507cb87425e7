import { Columns2, FileText, Map as MapIcon } from 'lucide-react';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useEngine } from '../../app/context.ts';
import { useT } from '../../i18n/use-t.ts';
import { type MiddleView, useChartLook } from '../../state/chart.ts';
import { useCommands } from '../../state/commands.ts';
import { useFirstSight } from '../../state/first-sight.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { fetchChartWhileIdle } from './fetch-chart.ts';
import { forgetChart } from './kept-chart.ts';

const ICONS = { note: FileText, chart: MapIcon, both: Columns2 } as const;
const VIEWS: readonly MiddleView[] = ['note', 'chart', 'both'];

/** Whether the middle shows the note, the chart, or both; also as commands. */
export function MiddleSwitch() {
  const t = useT();
  const view = useChartLook((s) => s.view);
  const set = useChartLook((s) => s.set);
  const begun = useFirstSight();
  const engine = useEngine();
  const language = new Intl.Locale(useIntl().locale).language;
  useEffect(() => (begun ? fetchChartWhileIdle(engine, language) : undefined), [begun, engine, language]);
  useEffect(() => forgetChart, []);
  useEffect(
    () =>
      useCommands.getState().register([
        { id: 'chart.show', title: 'chart.cmd.show', keys: 'Mod+G', run: () => set({ view: 'chart' }) },
        { id: 'chart.note', title: 'chart.cmd.note', run: () => set({ view: 'note' }) },
        { id: 'chart.both', title: 'chart.cmd.both', keys: 'Mod+Shift+G', run: () => set({ view: 'both' }) },
      ]),
    [set],
  );
  return (
    <SegmentedControl<MiddleView>
      label={t('chart.view')}
      value={view}
      onChange={(value) => set({ view: value })}
      segments={VIEWS.map((value) => ({
        value,
        label: t(`chart.view.${value}`),
        icon: ICONS[value],
        iconOnly: true,
      }))}
    />
  );
}
