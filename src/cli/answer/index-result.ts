import type { IndexResult } from '../../contract/status.ts';
import { count, counted, duration } from '../terminal/numbers.ts';
import type { Style } from '../terminal/style.ts';

/** What a run did, in a few sentences; `ledger` is the command that says more, where there is more to say. */
export function indexResultLines(result: IndexResult, style: Style, ledger: string): string[] {
  const { indexed, unchanged, renamed, removed, skipped, failed, embedded, reused } = result;
  const present = indexed + unchanged + renamed;
  const changes = [
    indexed ? `${count(indexed)} new or changed` : '',
    renamed ? `${count(renamed)} renamed` : '',
    removed ? `${count(removed)} removed` : '',
  ].filter(Boolean);
  const summary = changes.length ? changes.join(', ') : 'nothing changed';
  const lines = [
    `${style.title(counted(present, 'note'))} in the index after ${duration(result.seconds)}: ${summary}.`,
  ];
  if (embedded + reused > 0)
    lines.push(
      style.dim(`${counted(embedded, 'passage')} embedded, ${count(reused)} taken from what was there.`),
    );
  if (failed > 0) lines.push(style.warn(`${counted(failed, 'note')} failed: “${ledger}” says why.`));
  if (skipped > 0) lines.push(style.dim(`${counted(skipped, 'file')} left out: “${ledger}” says why.`));
  return lines;
}
