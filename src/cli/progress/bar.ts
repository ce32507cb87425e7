import type { Progress } from '../../contract/status.ts';
import { harmless } from '../terminal/harmless.ts';
import { percent, rate, timeLeft } from '../terminal/numbers.ts';
import type { Style } from '../terminal/style.ts';
import { clip, clipStart, padStart, width } from '../terminal/width.ts';
import { extent, type Stretch, shortExtent, stretchOf } from './describe.ts';

const WIDEST_BAR = 28;
const NARROWEST_BAR = 6;
/** Below this, a piece of a path says nothing. */
const SHORTEST_PATH = 12;

/** `cells` cells of which the share 0..1 is filled, told apart by shape so that colour is not needed. */
export function meter(share: number, cells: number, style: Style): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * cells);
  return style.accent('━'.repeat(filled)) + style.dim('─'.repeat(cells - filled));
}

/** Before there is anything to count. */
const beginning = ({ verb }: Stretch): string =>
  verb === 'Looking' ? 'Looking through the vault…' : `${verb}…`;

/**
 * One line of at most `columns` columns: what is done, how far, how fast, how long still and which file.
 * What does not fit goes, the least needed first: the file, the rate, the counts.
 */
export function progressLine(progress: Progress, columns: number, style: Style): string {
  const stretch = stretchOf(progress);
  if (stretch.total === 0) return style.dim(clip(beginning(stretch), columns));
  const share = stretch.done / stretch.total;
  const lead = `${stretch.verb} `;
  const after = ` ${padStart(percent(share), 5)}`;
  const cells = Math.min(WIDEST_BAR, Math.max(NARROWEST_BAR, Math.floor(columns / 6)));
  let room = columns - width(lead) - cells - width(after);
  if (room < 0) return clip(`${lead}${percent(share)}`, columns);

  let facts = '';
  const { failed } = progress.notes;
  for (const fact of [
    progress.secondsLeft === null ? '' : timeLeft(progress.secondsLeft),
    shortExtent(stretch),
    progress.rate === null ? '' : rate(progress.rate),
    failed > 0 ? `${failed} failed` : '',
  ]) {
    const piece = `  ${fact}`;
    if (!fact || width(piece) > room) continue;
    facts += piece;
    room -= width(piece);
  }
  let file = '';
  if (progress.current && room >= SHORTEST_PATH + 2)
    file = `  ${clipStart(harmless(progress.current), room - 2)}`;
  return `${lead}${meter(share, cells, style)}${after}${facts}${style.dim(file)}`;
}

/** The same for where lines cannot be redrawn: a log, a pipe. */
export function progressSentence(progress: Progress): string {
  const stretch = stretchOf(progress);
  if (stretch.total === 0) return beginning(stretch);
  const parts = [`${extent(stretch)} (${percent(stretch.done / stretch.total)})`];
  if (progress.rate !== null) parts.push(rate(progress.rate));
  if (progress.secondsLeft !== null) parts.push(timeLeft(progress.secondsLeft));
  if (progress.notes.failed > 0) parts.push(`${progress.notes.failed} failed`);
  return `${stretch.verb}: ${parts.join(', ')}`;
}
