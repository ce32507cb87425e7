import { memo } from 'react';
import { cx } from '../../../ui/cx.ts';
import styles from './Chart.module.css';
import { COASTS, HEIGHT, ISLANDS, PORTS, RADIUS, ROSE, WIDTH } from './places.ts';
import { Rose } from './Rose.tsx';
import { circle, rhumbs } from './winds.ts';

const NET = rhumbs(ROSE, RADIUS);
const KNOTS = circle(ROSE, RADIUS);

interface Props {
  /** Names of the ports, in the order of PORTS. */
  readonly names: readonly string[];
  readonly className?: string | undefined;
}

/** A portolan chart of nowhere: an ornament, told to nobody who cannot see it. */
export const Chart = memo(function Chart({ names, className }: Props) {
  return (
    <svg
      className={cx(styles.chart, className)}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMinYMid slice"
      aria-hidden
      focusable="false"
    >
      {NET.map(({ from, to, wind }) => (
        <line
          key={`${from} ${to}`}
          x1={from[0].toFixed(1)}
          y1={from[1].toFixed(1)}
          x2={to[0].toFixed(1)}
          y2={to[1].toFixed(1)}
          className={styles[wind]}
        />
      ))}
      {KNOTS.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="2" className={styles.knot} />
      ))}
      {COASTS.map(({ line, land }) => (
        <g key={line}>
          <path d={land} className={styles.land} />
          <path d={line} className={styles.shallows} />
          <path d={line} className={styles.coast} />
        </g>
      ))}
      {ISLANDS.map(({ shape, colour }) => (
        <path key={shape} d={shape} className={cx(styles.coast, styles[`${colour}Island`])} />
      ))}
      {PORTS.map(({ at: [x, y], turn, ends }, i) => (
        <g
          key={`${x} ${y}`}
          transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)})`}
        >
          <circle r="1.8" className={styles.port} />
          <text
            x={ends ? -8 : 8}
            dy="0.32em"
            textAnchor={ends ? 'end' : 'start'}
            className={i % 4 === 1 ? styles.great : styles.name}
          >
            {names[i]}
          </text>
        </g>
      ))}
      <g transform={`translate(${ROSE[0]} ${ROSE[1]})`}>
        <Rose />
      </g>
    </svg>
  );
});
