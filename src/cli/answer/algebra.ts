import type { AlgebraHit, AlgebraResult, AlgebraTerm } from '../../contract/algebra.ts';
import { harmless, harmlessProse } from '../terminal/harmless.ts';
import { factsLine, NUMBER, resultHeading } from './heading.ts';
import { passageLines } from './passage.ts';
import type { Layout } from './related.ts';

const LINES = 2;

/** What an expression finds, for a person: each note with what every term adds or takes away, and its best passage. */
export function algebraLines(result: AlgebraResult, layout: Layout): string[] {
  if (result.hits.length === 0) return ['Nothing found.'];
  return result.hits.flatMap((hit, i) => [...hitLines(i + 1, hit, result.terms, layout), '']).slice(0, -1);
}

/** What of the question the answer leaves out, in sentences. */
export function algebraCaveats({ terms, leftOut }: AlgebraResult): string[] {
  const said: string[] = [];
  if (leftOut.length > 0) {
    const names = leftOut.map(({ title }) => harmlessProse(title)).join(', ');
    said.push(`Named in the expression, and so left out: ${names}.`);
  }
  for (const { text, cut } of terms)
    if (cut) said.push(`Longer than the model reads: ${harmlessProse(text).slice(0, 60)}…`);
  return said;
}

function hitLines(rank: number, hit: AlgebraHit, terms: readonly AlgebraTerm[], layout: Layout): string[] {
  const { style, columns } = layout;
  const lines = [
    resultHeading(rank, hit.note, hit.score, columns, style),
    factsLine(harmless(hit.note.path), [sharesOf(hit, terms)], NUMBER, columns, style),
  ];
  const [first] = hit.passages;
  if (first)
    lines.push(
      ...passageLines(first, hit.note.title, [], '', { style, columns, indent: NUMBER, lines: LINES }),
    );
  return lines;
}

/** `king +21 woman +18 man −3`: hundredths of the score, the weightiest first. */
function sharesOf({ shares }: AlgebraHit, terms: readonly AlgebraTerm[]): string {
  return terms
    .map(({ text }, i) => ({ text, share: Math.round((shares[i] ?? 0) * 100) }))
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .map(({ text, share }) => `${harmlessProse(text)} ${share < 0 ? '−' : '+'}${Math.abs(share)}`)
    .join(' ');
}
