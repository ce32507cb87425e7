import styles from './Chart.module.css';
import { ray } from './winds.ts';

const eight = (offset: number, long: number, wide: number) =>
  Array.from({ length: 4 }, (_, i) => i / 4 + offset).flatMap((direction) => [
    { key: `${direction} left`, d: ray(direction, long, wide, -1), half: 'left' },
    { key: `${direction} right`, d: ray(direction, long, wide, 1), half: 'right' },
  ]);

const QUARTERS = Array.from({ length: 8 }, (_, i) => (i + 0.5) / 8).map((direction) => ({
  key: String(direction),
  left: ray(direction, 40, 14, -1),
  right: ray(direction, 40, 14, 1),
}));

/** The compass rose, around the origin: winds, half winds and quarter winds, and a lily for the north. */
export function Rose() {
  return (
    <>
      <circle r="58" className={styles.ring} />
      <circle r="54" className={styles.ring} />
      {QUARTERS.map(({ key, left, right }) => (
        <g key={key}>
          <path d={left} className={styles.quarterWind} />
          <path d={right} className={styles.hollow} />
        </g>
      ))}
      {eight(1 / 8, 52, 15).map(({ key, d, half }) => (
        <path key={key} d={d} className={half === 'left' ? styles.halfWind : styles.hollow} />
      ))}
      {eight(0, 74, 17).map(({ key, d, half }) => (
        <path key={key} d={d} className={half === 'left' ? styles.wind : styles.hollow} />
      ))}
      <circle r="4" className={styles.hollow} />
      <path
        className={styles.lily}
        d="M0-78C-3-84-5-88 0-98C5-88 3-84 0-78ZM-2-79C-9-80-13-85-9-91C-9-86-5-84-2-79ZM2-79C9-80 13-85 9-91C9-86 5-84 2-79ZM-6-77H6V-75H-6Z"
      />
    </>
  );
}
