import { useId } from 'react';
import styles from './canvas.module.css';
import { colourOf } from './colour.ts';
import { type EdgeLabel, placeLabel } from './edge-label.ts';
import { type Box, lineOf } from './geometry.ts';
import type { Canvas } from './read-canvas.ts';

/** Room around the cards for lines that swing out. */
const ROOM = 400;

/** The lines between cards, with their labels. */
export function Edges({ canvas, bounds }: { readonly canvas: Canvas; readonly bounds: Box }) {
  const arrow = useId();
  const byId = new Map(canvas.cards.map((card) => [card.id, card]));
  const covered = canvas.cards.filter(({ type }) => type !== 'group');
  const [x, y, width, height] = [
    bounds.x - ROOM,
    bounds.y - ROOM,
    bounds.width + 2 * ROOM,
    bounds.height + 2 * ROOM,
  ];
  return (
    <svg
      className={styles.edges}
      style={{ left: x, top: y }}
      width={width}
      height={height}
      viewBox={`${x} ${y} ${width} ${height}`}
      aria-hidden
    >
      <defs>
        <marker
          id={arrow}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0 10 5 0 10z" fill="context-stroke" />
        </marker>
      </defs>
      {canvas.edges.map((edge, i) => {
        const { path, at } = lineOf(edge, byId.get(edge.fromNode)!, byId.get(edge.toNode)!);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: edges need no id
          <g key={i} style={{ color: colourOf(edge.color) }}>
            <path
              d={path}
              className={styles.edge}
              {...(edge.fromEnd === 'arrow' && { markerStart: `url(#${arrow})` })}
              {...(edge.toEnd === 'arrow' && { markerEnd: `url(#${arrow})` })}
            />
            {edge.label?.trim() && <Label {...placeLabel(edge.label, at, covered)} />}
          </g>
        );
      })}
    </svg>
  );
}

/** Words with the canvas' ground behind them. */
function Label({ lines, x, y, width, height }: EdgeLabel) {
  const line = (height - 6) / lines.length;
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx={4} className={styles.edgeGround} />
      {lines.map((words, i) => (
        <text key={words} x={x + width / 2} y={y + 3 + (i + 0.5) * line} className={styles.edgeLabel}>
          {words}
        </text>
      ))}
    </>
  );
}
