import { Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { Drawing } from '../../chart/drawing.ts';
import type { ChartModel } from '../../chart/model.ts';
import { type NoteTime, playedOn, TIMES, type TimeWindow, timelineOf } from '../../chart/time.ts';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './TimeBar.module.css';

const STEPS = 60;
/** Milliseconds in which a window that plays goes a step on. Where motion is not wanted it jumps, and seldom. */
const PACE = 260;
const SLOW_BEAT = 1_000;
/** Steps that play as a window, when all was shown. */
const WINDOW = 6;

interface Props {
  readonly model: ChartModel;
  readonly drawing: Drawing;
  /** Told the time that is meant, in whole steps; null for all of it. */
  readonly onTime: (time: TimeWindow | null) => void;
}

/** All time of the vault in a line: which part of it the chart shows, and how it goes by. */
export function TimeBar({ model, drawing, onTime }: Props) {
  const t = useT();
  const { formatDate } = useIntl();
  const [by, setBy] = useState<NoteTime>('created');
  const [range, setRange] = useState<readonly [number, number]>([0, STEPS]);
  const [playing, setPlaying] = useState(false);
  const line = useMemo(() => timelineOf(model, by, STEPS), [model, by]);
  const { at } = line;
  const [from, to] = range;
  const all = from === 0 && to === STEPS;
  const place = useRef(range);

  useEffect(() => {
    const time = all ? null : { at, from, to };
    onTime(time);
    if (!playing) drawing.showTime(time);
  }, [at, from, to, all, playing, drawing, onTime]);
  useEffect(
    () => () => {
      onTime(null);
      drawing.showTime(null);
    },
    [drawing, onTime],
  );
  // Between two steps only the graphics card is told.
  useEffect(() => {
    if (!playing) return;
    const go = (by: number) => {
      place.current = playedOn(place.current, by, STEPS);
      const [begin, end] = place.current;
      drawing.showTime({ at, from: begin, to: end });
      const [first, last] = [Math.round(begin), Math.round(end)];
      setRange((now) => (now[0] === first && now[1] === last ? now : [first, last]));
    };
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const beat = setInterval(() => go(1), SLOW_BEAT);
      return () => clearInterval(beat);
    }
    let before = performance.now();
    let due = requestAnimationFrame(function frame(now) {
      // After a pause of the page it goes on from where it was.
      go(Math.min(1, Math.max(0, now - before) / PACE));
      before = now;
      due = requestAnimationFrame(frame);
    });
    return () => cancelAnimationFrame(due);
  }, [playing, at, drawing]);

  const play = () => {
    const start = !playing && all ? ([0, WINDOW] as const) : range;
    place.current = start;
    setRange(start);
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
