import { Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { ChartModel } from '../../chart/model.ts';
import { type NoteTime, notesBetween, playedOn, TIMES, timelineOf } from '../../chart/time.ts';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './TimeBar.module.css';

const STEPS = 60;
/** Milliseconds a step is shown; longer where motion is not wanted. */
const BEAT = 180;
const SLOW_BEAT = 1_000;
/** Share of all time that plays as a window, when all was shown. */
const WINDOW = 6;

interface Props {
  readonly model: ChartModel;
  /** Told the notes of the time that is meant; null for all time. */
  readonly onNotes: (notes: ReadonlySet<number> | null) => void;
}

/** All time of the vault in a line: which part of it the chart shows, and how it goes by. */
export function TimeBar({ model, onNotes }: Props) {
  const t = useT();
  const { formatDate } = useIntl();
  const [by, setBy] = useState<NoteTime>('day');
  const [range, setRange] = useState<readonly [number, number]>([0, STEPS]);
  const [playing, setPlaying] = useState(false);
  const line = useMemo(() => timelineOf(model, by, STEPS), [model, by]);
  const [from, to] = range;
  const all = from === 0 && to === STEPS;

  useEffect(() => onNotes(all ? null : notesBetween(line, from, to)), [line, from, to, all, onNotes]);
  useEffect(() => () => onNotes(null), [onNotes]);
  useEffect(() => {
    if (!playing) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const beat = setInterval(() => setRange((now) => playedOn(now, STEPS)), still ? SLOW_BEAT : BEAT);
    return () => clearInterval(beat);
  }, [playing]);

  const play = () => {
    if (!playing && all) setRange([0, WINDOW]);
    setPlaying(!playing);
  };
  const most = Math.max(1, ...line.counts);
  const dayAt = (step: number) =>
    formatDate(line.starts[step], { year: 'numeric', month: 'short', day: 'numeric' });
  return (
    <section className={styles.bar} aria-label={t('chart.time')}>
      <IconButton
        icon={playing ? Pause : Play}
        label={t(playing ? 'chart.time.pause' : 'chart.time.play')}
        placement="top"
        onPress={play}
      />
      <Slider<number[]>
        className={styles.slider!}
        aria-label={t('chart.time')}
        minValue={0}
        maxValue={STEPS}
        value={[from, to]}
        onChange={([a, b]) => {
          setPlaying(false);
          if (a! < b!) setRange([a!, b!]);
        }}
      >
        <svg
          className={styles.counts}
          viewBox={`0 0 ${STEPS} 1`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {line.counts.map((n, s) => (
            <rect
              key={line.starts[s]}
              x={s + 0.1}
              width={0.8}
              y={1 - Math.sqrt(n / most)}
              height={Math.sqrt(n / most)}
              data-in={s >= from && s < to}
            />
          ))}
        </svg>
        <SliderTrack className={styles.track!}>
          <SliderThumb index={0} className={styles.thumb!} aria-label={t('chart.time.from')} />
          <SliderThumb index={1} className={styles.thumb!} aria-label={t('chart.time.to')} />
        </SliderTrack>
        <div className={styles.days}>
          <span>{dayAt(from)}</span>
          <span>{dayAt(to)}</span>
        </div>
      </Slider>
      <Select<NoteTime>
        aria-label={t('chart.time.by')}
        value={by}
        onChange={setBy}
        choices={TIMES.map((value) => ({ value, label: t(`chart.time.by.${value}`) }))}
      />
    </section>
  );
}
