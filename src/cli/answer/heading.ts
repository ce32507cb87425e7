import type { NoteRef } from '../../contract/common.ts';
import { meter } from '../progress/bar.ts';
import { harmlessProse } from '../terminal/harmless.ts';
import type { Style } from '../terminal/style.ts';
import { clip, clipStart, padEnd, padStart, width } from '../terminal/width.ts';

const METER = 10;
/** ' 1  ' */
export const NUMBER = 4;

/** A note's title on the left and how near it is, as a share of the nearest, on the right. */
export function resultHeading(
  rank: number,
  note: NoteRef,
  share: number,
  columns: number,
  style: Style,
): string {
  const number = `${padStart(String(rank), NUMBER - 2)}  `;
  const value = padStart(String(Math.round(Math.max(0, share) * 100)), 4);
  const room = columns - width(number) - METER - width(value) - 2;
  const title = padEnd(clip(harmlessProse(note.title) || note.path, room), room);
  return `${style.dim(number)}${style.title(title)}  ${meter(share, METER, style)}${style.dim(value)}`;
}

/** A note's title alone, where results are a list and none is nearer than another. */
export function listHeading(rank: number, note: NoteRef, columns: number, style: Style): string {
  const number = `${padStart(String(rank), NUMBER - 2)}  `;
  return `${style.dim(number)}${style.title(clip(harmlessProse(note.title) || note.path, columns - width(number)))}`;
}

/** The note's path and what else there is to say about it, in one quiet line. The path gives way first. */
export function factsLine(
  path: string,
  facts: readonly string[],
  indent: number,
  columns: number,
  style: Style,
): string {
  const said = facts.filter(Boolean).map((fact) => ` · ${fact}`);
  const room = columns - indent;
  const rest = clip(said.join(''), Math.max(0, room - Math.min(width(path), 24)));
  return style.dim(`${' '.repeat(indent)}${clipStart(path, room - width(rest))}${rest}`);
}
