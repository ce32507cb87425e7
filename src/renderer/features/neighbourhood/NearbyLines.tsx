import type { Neighbour } from '../../../contract/neighbourhood.ts';
import styles from './nearby.module.css';
import type { Line } from './ties.ts';

interface Props {
  /** Sets the drawing's arrowheads apart from those of others. */
  readonly id: string;
  readonly lines: readonly Line[];
  readonly notes: readonly Neighbour[];
  /** The note whose ties stand out; 0 or less for none. */
  readonly meant: number;
}

/** Links in ink with heads that say which way they lead, ties of meaning dashed in the accent. */
export function NearbyLines({ id, lines, notes, meant }: Props) {
  return (
    <g className={styles.lines}>
      <defs>
        <marker
          id={`${id}head`}
          viewBox="0 0 6 6"
          refX="5.2"
          refY="3"
          markerWidth="6"
          markerHeight="6"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M0,0.4 L5.6,3 L0,5.6 Z" className={styles.head} />
        </marker>
      </defs>
      {lines.map(({ kind, tie, x1, y1, x2, y2 }) => {
        const own = tie.from === meant || tie.to === meant;
        const state = meant > 0 ? (own ? 'meant' : 'away') : notes[tie.from]!.step > 0 ? 'outer' : undefined;
        const head = `url(#${id}head)`;
        return (
          <line
            key={`${kind} ${tie.from} ${tie.to}`}
            className={styles[kind]}
            data-state={state}
            data-tie={`${notes[tie.from]!.note.path} ${notes[tie.to]!.note.path}`}
            {...{ x1, y1, x2, y2 }}
            {...(kind === 'meaning'
              ? { strokeWidth: 0.9 + 1.6 * tie.meaning }
              : {
                  ...(tie.linked.to && { markerEnd: head }),
                  ...(tie.linked.from && { markerStart: head }),
                })}
          />
        );
      })}
    </g>
  );
}
