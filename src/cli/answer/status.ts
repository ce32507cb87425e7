import type { Status } from '../../contract/status.ts';
import { progressSentence } from '../progress/bar.ts';
import { harmless } from '../terminal/harmless.ts';
import { bytes, count, counted, percent } from '../terminal/numbers.ts';
import { padEnd } from '../terminal/width.ts';
import { noticeLines } from './notices.ts';
import type { Layout } from './related.ts';

const LABEL = 10;

/** Where the index stands, for a person. */
export function statusLines(status: Status, { style }: Layout): string[] {
  const { counts, model, progress } = status;
  const row = (label: string, value: string) => `${style.dim(padEnd(label, LABEL))}${value}`;
  const size = status.bytes === null ? '' : style.dim(` (${bytes(status.bytes)})`);
  const coverage = counts.chunks > 0 ? Math.min(1, counts.vectors / counts.chunks) : 1;
  const links = counted(counts.links, 'link');
  const lines = [
    row('Vault', harmless(status.vault)),
    row('Index', `${harmless(status.database)}${size}`),
    row('Model', `${model.name}, ${model.precision === 'fast' ? '8-bit' : 'full precision'}`),
    row('Notes', `${style.title(count(counts.notes))}  ${style.dim(outcomes(counts))}`),
    row('Passages', `${count(counts.chunks)}, ${percent(coverage)} with a vector`),
    row('Links', `${links}, ${count(counts.unresolvedLinks)} to notes that do not exist`),
  ];
  const notices = noticeLines(status, style);
  if (notices.length) lines.push('', ...notices);
  if (progress.phase !== 'idle' && progress.phase !== 'stopped') lines.push('', progressSentence(progress));
  return lines;
}

const outcomes = (counts: Status['counts']): string =>
  [
    `${count(counts.indexed)} indexed`,
    counts.waiting ? `${count(counts.waiting)} waiting for vectors` : '',
    `${count(counts.skipped)} left out`,
    `${count(counts.failed)} failed`,
  ]
    .filter(Boolean)
    .join(', ');
