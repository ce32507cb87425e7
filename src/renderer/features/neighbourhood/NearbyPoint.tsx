import { widthOf } from '../../chart/labels.ts';
import { type Name, TYPE } from './naming.ts';
import styles from './nearby.module.css';
import type { Place } from './placing.ts';
import type { Kind } from './ties.ts';

const RADIUS = [7, 5, 3.6] as const;

interface Props {
  readonly path: string;
  readonly title: string;
  readonly step: number;
  readonly kind: Kind | null;
  readonly place: Place;
  readonly name: Name | null;
  readonly state: 'chosen' | 'away' | undefined;
  /** Its whole name is shown, over whatever lies there. */
  readonly whole: boolean;
  /** Of the drawing, in pixels. */
  readonly width: number;
  readonly onHover: (on: boolean) => void;
  readonly onChoose: () => void;
  readonly onRead: (newTab: boolean) => void;
}

/** A note of the drawing: a point that says how it is tied, and its name where there is room. */
export function NearbyPoint({ path, title, step, kind, place, name, state, whole, width, ...on }: Props) {
  const size = TYPE[step] ?? TYPE[2];
  const radius = RADIUS[step] ?? RADIUS[2];
  const shown = whole ? wholeName(title, place, size, width) : name;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys travel on the drawing as a whole, and there is a list
    <g
      className={styles.point}
      data-path={path}
      data-step={step}
      data-kind={kind ?? 'middle'}
      data-state={state}
      data-whole={whole || undefined}
      onPointerEnter={() => on.onHover(true)}
      onPointerLeave={() => on.onHover(false)}
      onClick={(event) => {
        if (event.detail > 1) on.onRead(event.ctrlKey || event.metaKey);
        else on.onChoose();
      }}
    >
      <circle className={styles.reach} cx={place.x} cy={place.y} r={12} />
      {state === 'chosen' && <circle className={styles.halo} cx={place.x} cy={place.y} r={radius + 4} />}
      <circle className={styles.dot} cx={place.x} cy={place.y} r={radius} />
      {shown && (
        <text x={shown.x} y={shown.y} textAnchor={shown.anchor} fontSize={size} dominantBaseline="central">
          {shown.text}
        </text>
      )}
    </g>
  );
}

/** Above the point, within the drawing; cut only where it is wider than all of it. */
function wholeName(title: string, { x, y }: Place, size: number, width: number): Name {
  const most = width - 8;
  let text = title;
  while (widthOf(text, size) > most && text.length > 4) text = `${text.slice(0, -2).trimEnd()}…`;
  const half = widthOf(text, size) / 2;
  const middle = Math.max(-most / 2 + half, Math.min(most / 2 - half, x));
  return { text, x: middle, y: y - 16, anchor: 'middle' };
}
