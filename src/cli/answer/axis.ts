import type { AxisNote, AxisPole, AxisResult } from '../../contract/axis.ts';
import { harmless, harmlessProse } from '../terminal/harmless.ts';
import { clip, clipStart, padEnd } from '../terminal/width.ts';
import { passageLines } from './passage.ts';
import type { Layout } from './related.ts';

/** Columns of the ruler on which a note's place is marked. */
const RULER = 21;
const INDENT = RULER + 2;
/** Poles nearer than this are hardly two. */
const HARDLY_APART = 0.3;

/** Notes between two poles for a person: each on a ruler from one to the other, with the passage that speaks for it. */
export function axisLines(result: AxisResult, layout: Layout): string[] {
  if (result.notes.length === 0) return ['Nothing found.'];
  const { style, columns } = layout;
  const [left, right] = [poleName(result.from), poleName(result.to)];
  const room = Math.max(8, Math.floor((columns - 5) / 2));
  const heading = style.title(`${clip(left, room)}  ⟷  ${clip(right, room)}`);
  return [heading, '', ...result.notes.flatMap((note) => noteLines(note, layout))];
}

/** What makes an axis tell little, in sentences. */
export function axisCaveats(result: AxisResult): string[] {
  const said: string[] = [];
  if (result.leftOut.length > 0) {
    const names = result.leftOut.map(({ title }) => harmlessProse(title)).join(', ');
    said.push(`Poles, and so left out: ${names}.`);
  }
  if (result.apart < HARDLY_APART) said.push('The poles mean nearly the same: the order tells little.');
  for (const pole of [result.from, result.to])
    if (!pole.spokenOf)
      said.push(`No note has more to do with “${poleName(pole)}” than chance would have it.`);
  const unrelated = result.considered - result.related;
  if (unrelated > 0)
    said.push(`${unrelated} of ${result.considered} notes have nothing to do with either pole.`);
  return said;
}

function noteLines({ note, position, related, passage }: AxisNote, { style, columns }: Layout): string[] {
  const room = columns - INDENT;
  const name = clip(harmlessProse(note.title) || harmless(note.path), room);
  const path = clipStart(harmless(note.path), Math.max(0, room - name.length - 3));
  const shown = related ? style.title(name) : style.dim(`${name}  (nothing to do with it)`.slice(0, room));
  const head = `${ruler(position, related)}  ${shown}${related && path.length > 4 ? style.dim(`  ${path}`) : ''}`;
  if (!passage) return [head];
  return [head, ...passageLines(passage, note.title, [], '', { style, columns, indent: INDENT, lines: 1 })];
}

function ruler(position: number, related: boolean): string {
  const at = Math.round(((Math.max(-1, Math.min(1, position)) + 1) / 2) * (RULER - 1));
  const middle = (RULER - 1) / 2;
  const marks = Array.from({ length: RULER }, (_, i) =>
    i === at ? (related ? '●' : '○') : i === middle ? '┼' : '─',
  );
  return padEnd(marks.join(''), RULER);
}

const poleName = ({ terms }: AxisPole): string =>
  terms.map(({ text, weight }) => `${weight < 0 ? '− ' : ''}${harmlessProse(text)}`).join(', ');
