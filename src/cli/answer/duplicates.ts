import { assertNever } from '../../common/assert.ts';
import { inOneLine } from '../../common/one-line.ts';
import type { Difference, DuplicatePair, DuplicatesResult } from '../../contract/duplicates.ts';
import { harmless, harmlessProse } from '../terminal/harmless.ts';
import { clip, clipStart, padStart, width } from '../terminal/width.ts';

import type { Layout } from './related.ts';

/** Differences shown of a pair. */
const SHOWN = 3;
const INDENT = 4;

/** Pairs of notes that say the same, for a person: what they are to each other, and what differs. */
export function duplicatesLines(result: DuplicatesResult, offset: number, layout: Layout): string[] {
  if (result.pairs.length === 0) return ['Nothing found.'];
  return result.pairs.flatMap((pair, i) => [...pairLines(offset + i + 1, pair, layout), '']).slice(0, -1);
}

/** How many there are of each, and how to see the rest. */
export function duplicatesSummary({ total, pairs }: DuplicatesResult, offset: number): string[] {
  const all = total.duplicate + total.contained + total.translation;
  if (all === 0) return [];
  const counts = [
    counted(total.duplicate, 'pair of near-duplicates', 'pairs of near-duplicates'),
    counted(total.contained, 'note within another', 'notes within others'),
    counted(total.translation, 'translation', 'translations'),
  ].filter(Boolean);
  const shown = offset + pairs.length;
  const rest = shown < all ? ` --offset ${shown} shows the next ones.` : '';
  return [`${counts.join(', ')}.${rest}`];
}

const counted = (n: number, one: string, many: string): string =>
  n === 0 ? '' : `${n} ${n === 1 ? one : many}`;

function pairLines(rank: number, pair: DuplicatePair, { style, columns }: Layout): string[] {
  const room = columns - INDENT;
  const said = relation(pair);
  const name = (title: string) => clip(harmlessProse(title), Math.floor((room - width(said) - 6) / 2));
  const [a, b] = [name(pair.a.title), name(pair.b.title)];
  return [
    `${style.dim(padStart(String(rank), INDENT - 2))}  ${style.title(a)} ${style.dim('~')} ${style.title(b)}  ${said}`,
    ...[pair.a, pair.b].map(({ path }) => style.dim(`    ${clipStart(harmless(path), room)}`)),
    ...(pair.differences ?? []).slice(0, SHOWN).flatMap((difference) => differenceLines(difference, room)),
    ...restLine(pair).map((line) => style.dim(`    ${line}`)),
  ];
}

function relation({ kind, similarity, ofA, ofB, group }: DuplicatePair): string {
  const percent = (share: number) => `${Math.floor(share * 100)} %`;
  switch (kind) {
    case 'duplicate':
      return `${percent(similarity)} the same${group > 2 ? `, one of ${group}` : ''}`;
    case 'contained':
      return ofA > ofB
        ? `${percent(ofA)} of the first in the second`
        : `${percent(ofB)} of the second in the first`;
    case 'translation':
      return 'translation';
    default:
      return assertNever(kind);
  }
}

function differenceLines({ a, b }: Difference, room: number): string[] {
  const line = (mark: string, text: string) =>
    `    ${mark} ${clip(harmlessProse(inOneLine(text)), room - 2)}`;
  return [...(a ? [line('−', a.text)] : []), ...(b ? [line('+', b.text)] : [])];
}

function restLine({ kind, differences, moreDifferences }: DuplicatePair): string[] {
  if (differences === null) return [];
  if (differences.length === 0) return kind === 'duplicate' ? ['nothing differs'] : [];
  const rest = differences.length - SHOWN;
  if (rest <= 0 && !moreDifferences) return [];
  return [moreDifferences ? 'and many more differences' : `and ${rest} more`];
}
