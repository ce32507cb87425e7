import type { LedgerEntry } from '../../contract/status.ts';
import { harmless } from '../terminal/harmless.ts';
import { counted } from '../terminal/numbers.ts';
import { clipStart } from '../terminal/width.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Layout } from './related.ts';

const HEADINGS: Record<LedgerEntry['outcome'], string> = {
  failed: 'failed',
  skipped: 'left out',
  waiting: 'waiting for vectors',
  indexed: 'indexed',
};
const ORDER = Object.keys(HEADINGS) as LedgerEntry['outcome'][];
const INDENT = '  ';

/** What became of each file, for a person: the worst first, and why. */
export function ledgerLines(entries: readonly LedgerEntry[], layout: Layout): string[] {
  const lines: string[] = [];
  for (const outcome of ORDER) {
    const group = entries.filter((entry) => entry.outcome === outcome);
    if (group.length === 0) continue;
    const odd = outcome === 'indexed' && group.every((entry) => entry.oddities.length > 0);
    const heading = `${counted(group.length, 'file')} ${HEADINGS[outcome]}${odd ? ', though odd' : ''}`;
    lines.push(outcome === 'failed' ? layout.style.warn(heading) : layout.style.title(heading));
    for (const entry of group) lines.push(...entryLines(entry, layout));
    lines.push('');
  }
  return lines.slice(0, -1);
}

function entryLines(entry: LedgerEntry, { style, columns }: Layout): string[] {
  const [what, todo] = [harmless(entry.what), harmless(entry.todo)];
  const path = harmless(entry.path);
  const oddities = entry.oddities.length ? `odd: ${entry.oddities.map(harmless).join(', ')}` : '';
  const room = columns - INDENT.length * 2;
  // Most sentences name the file already: once is enough.
  const named = what.includes(path);
  const first = named ? wrap(what, columns - INDENT.length) : [clipStart(path, columns - INDENT.length)];
  const rest = [named ? '' : what, todo, oddities].filter(Boolean).flatMap((text) => wrap(text, room));
  return [...first.map((line) => INDENT + line), ...rest.map((line) => style.dim(INDENT + INDENT + line))];
}
