import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { axisColours } from '../../chart/axis-colours.ts';
import { coloursOf, tintsOf } from '../../chart/colouring.ts';
import { Drawing } from '../../chart/drawing.ts';
import { type Label, labelsFor, type Sight } from '../../chart/labels.ts';
import { type Rhumb, stands } from '../../chart/layers.ts';
import type { ChartModel } from '../../chart/model.ts';
import type { TimeWindow } from '../../chart/time.ts';
import { type Direction, nearestTowards } from '../../chart/travel.ts';
import { notesWithin } from '../../chart/within.ts';
import { useT } from '../../i18n/use-t.ts';
import { announce } from '../../state/announce.ts';
import { useChartLook } from '../../state/chart.ts';
import { useTabs } from '../../state/tabs.ts';
import styles from './chart.module.css';
import type { Found } from './found.ts';
import { HoverCard } from './HoverCard.tsx';
import { nameOfRegion } from './names.ts';
import { useGrounds } from './use-grounds.ts';
import { useMarquee } from './use-marquee.ts';
import { usePalette } from './use-theme.ts';

interface Props {
  readonly model: ChartModel;
  readonly chosen: number;
  readonly rhumbs: readonly Rhumb[];
  readonly hits: ReadonlySet<number> | null;
  /** The time that is meant; the drawing is told of it by whom it is chosen with. */
  readonly time: TimeWindow | null;
  /** What a search has found: which notes, an axis, its colours, and the notes that are named before others. */
  readonly found: Found;
  readonly onChoose: (note: number) => void;
  /** Every drag draws a lasso. */
  readonly lasso: boolean;
  /** Notes that a line was drawn around; `more`: beside those that are selected already. */
  readonly onSelect: (notes: readonly number[], more: boolean) => void;
  /** Given the drawing when there is one, for what is around it. */
  readonly onDrawing: (drawing: Drawing | null) => void;
  /** The notes are on the screen. */
  readonly pictured: boolean;
}

interface Hover {
  readonly note: number;
  readonly x: number;
  readonly y: number;
}

const NOWHERE: Hover = { note: -1, x: 0, y: 0 };
const KEYS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The drawn chart: its canvas, what the pointer says on it, and the keys. */
export function ChartCanvas({
  model,
  chosen,
  rhumbs,
  hits,
  time,
  found,
  onChoose,
  lasso,
  onSelect,
  onDrawing,
  pictured,
}: Props) {
  const t = useT();
  const palette = usePalette();
  const { overlay, first, axis } = found;
  const look = useChartLook(
    useShallow(({ colouring, links, grounds, faded }) => ({ colouring, links, grounds, faded })),
  );
  const { colouring, faded } = look;
  // Along an axis there are neither regions nor ways between them.
  const links = look.links && !overlay.rule;
  const grounds = useGrounds(model, pictured && look.grounds && !overlay.rule);
  const parent = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const [hover, setHover] = useState<Hover>(NOWHERE);
  const [labels, setLabels] = useState<readonly Label[]>([]);
  const now = useRef({
    model,
    onChoose,
    sight: null as Sight | null,
    kept: new Set<string>(),
    first,
    aside: false,
    legend: 0,
  });
  now.current.model = model;
  now.current.first = first;
  // Where the chart is seen from is not where an axis is.
  now.current.aside = overlay.rule !== null;
  now.current.onChoose = onChoose;

  useEffect(() => {
    let due = 0;
    const relabel = () => {
      due = 0;
      const { model: shown, sight, kept, legend } = now.current;
      if (!sight) return;
      const next = labelsFor(shown, sight, nameOfRegion, kept, now.current.first, legend);
      now.current.kept = new Set(next.map(({ text }) => text));
      setLabels(next);
    };
    const read = (note: number, newTab: boolean) => {
      const path = now.current.model.paths[note];
      if (path === undefined) return;
      useTabs.getState().open(path, { newTab });
      const { view, set } = useChartLook.getState();
      if (view === 'chart') set({ view: 'note' });
    };
    const kept = useChartLook.getState().standpoint;
    const made = new Drawing(parent.current!, kept ?? now.current.model.bounds, {
      onHover: (note, x, y) => setHover(note < 0 ? NOWHERE : { note, x, y }),
      onChoose: (note) => now.current.onChoose(note),
      onRead: read,
      onSight(sight, standpoint) {
        now.current.sight = sight;
        // What the pointer was at has gone from under it.
        setHover((at) => (at.note < 0 ? at : NOWHERE));
        if (!now.current.aside) useChartLook.getState().set({ standpoint });
        due ||= requestAnimationFrame(relabel);
      },
    });
    drawing.current = made;
    // Journeys ask where a note lies, to point at it: pixels from the top left of the canvas.
    Object.assign(parent.current!, {
      whereIs: (path: string) => {
        const note = now.current.model.indexOf.get(path);
        return note === undefined ? null : made.pixelOf(note);
      },
    });
    onDrawing(made);
    return () => {
      cancelAnimationFrame(due);
      drawing.current = null;
      onDrawing(null);
      made.close();
    };
  }, [onDrawing]);
  const colours = useMemo(
    () => (axis ? axisColours(axis, palette) : coloursOf(model, colouring, palette, Date.now())),
    [model, colouring, palette, axis],
  );
  const legend = axis ? 0 : colours.categories.length;
  now.current.legend = legend;
  useEffect(() => {
    const { sight, kept } = now.current;
    drawing.current?.grown(model.bounds);
    if (sight) setLabels(labelsFor(model, sight, nameOfRegion, kept, first, legend));
  }, [model, first, legend]);

  const lit = useMemo(
    () => Uint8Array.from(colours.categories, ({ key }) => (faded.has(key) ? 0 : 1)),
    [colours, faded],
  );
  const tints = useMemo(
    () => tintsOf(model, colouring, colours, lit, palette),
    [model, colouring, colours, lit, palette],
  );
  const standing = useMemo(() => {
    let count = 0;
    for (let i = 0; i < model.count; i++) if (stands(i, { colours, lit, hits, time })) count++;
    return count;
  }, [model, colours, lit, hits, time]);
  // Along an axis only notes that it says something of are named: names of the others would lie on its own.
  const shown = useMemo(
    () => (overlay.rule ? labels.filter(({ note }) => note !== undefined && hits?.has(note)) : labels),
    [labels, overlay, hits],
  );
  const hovered = hover.note < model.count ? hover.note : -1;
  useEffect(() => {
    drawing.current?.show({
      model,
      colours,
      palette,
      lit,
      hits,
      chosen,
      hovered,
      rhumbs,
      links,
      grounds,
      tints,
      labels: shown,
      overlay,
    });
  }, [model, colours, palette, lit, hits, chosen, hovered, rhumbs, links, grounds, tints, shown, overlay]);

  const onKeyDown = (event: KeyboardEvent) => {
    const direction = KEYS[event.key];
    if (direction && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const next =
        chosen < 0
          ? nearestMiddle(model, now.current.sight)
          : nearestTowards(model.positions, chosen, direction);
      if (next < 0) return;
      onChoose(next);
      drawing.current?.bringIn(next);
      announce(model.notes[next]?.title ?? model.paths[next]!);
    } else if (event.key === ' ' && chosen >= 0) {
      event.preventDefault();
      onSelect([chosen], true);
    } else if (event.key === 'Enter' && chosen >= 0) {
      useTabs.getState().open(model.paths[chosen]!, { newTab: event.ctrlKey || event.metaKey });
      if (useChartLook.getState().view === 'chart') useChartLook.getState().set({ view: 'note' });
    } else if (event.key === '+' || event.key === '-')
      drawing.current?.zoomBy(event.key === '+' ? 0.5 : -0.5);
    else if (event.key === 'Escape') onChoose(-1);
  };
  const { line, handlers } = useMarquee(lasso, (drawn) => {
    const { sight } = now.current;
    if (sight) onSelect(notesWithin(model.positions, drawn, sight), false);
  });

  const regions = model.drawn.filter(({ region }) => region.parent === null).length;
  return (
    <div className={styles.canvas} data-lasso={lasso} {...handlers}>
      <div
        ref={parent}
        className={styles.sea}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows travel on it
        tabIndex={0}
        aria-label={[
          t('chart.picture', { notes: model.count, regions }),
          ...(standing < model.count ? [t('chart.standing', { notes: standing })] : []),
        ].join(' ')}
        onKeyDown={onKeyDown}
      />
      {line && (
        <svg className={styles.line} aria-hidden="true">
          <polygon points={line.map((place) => place.join(',')).join(' ')} />
        </svg>
      )}
      {hovered >= 0 && !line && <HoverCard model={model} note={hovered} x={hover.x} y={hover.y} />}
    </div>
  );
}

/** The note nearest to the middle of what is seen: where travelling begins. */
function nearestMiddle({ positions, count }: ChartModel, sight: Sight | null): number {
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < count; i++) {
    const far = Math.hypot(positions[2 * i]! - (sight?.x ?? 0), positions[2 * i + 1]! - (sight?.y ?? 0));
    if (far < least) {
      least = far;
      best = i;
    }
  }
  return best;
}
