import type { Ledger, LedgerRecord } from '../store/types.ts';
import type { LeftOut, ScanResult } from '../vault/note-file.ts';
import type { Plan } from './plan.ts';

/**
 * Writes down what the scan saw and left out, and takes away entries that are no longer true.
 * @returns how many were skipped
 */
export function recordLeftOut(ledger: Ledger, scan: ScanResult, plan: Plan): number {
  const current = new Map(scan.leftOut.map((l) => [l.path as string, l]));
  const before = [...ledger.all({ outcome: 'skipped' }), ...ledger.all({ outcome: 'failed' })];
  const retried = new Set(plan.read.map((f) => f.path as string));
  // A file that failed and is read again in this run keeps its entry until that run has replaced it.
  ledger.remove(before.map((b) => b.path).filter((path) => !current.has(path) && !retried.has(path)));
  // Entries that say the same already are left alone: an unchanged vault writes nothing.
  const said = new Map(before.map((b) => [b.path, `${b.outcome} ${b.code} ${JSON.stringify(b.params)}`]));
  for (const outcome of ['skipped', 'failed'] as const) {
    const news = scan.leftOut.filter(
      (l) => l.outcome === outcome && said.get(l.path) !== `${outcome} ${l.code} ${JSON.stringify(l.params)}`,
    );
    if (news.length > 0) ledger.record(news.map(toEntry), outcome);
  }
  return scan.leftOut.filter((l) => l.outcome === 'skipped').length;
}

/** The same for new files that were looked at singly. */
export function recordSkipped(ledger: Ledger, leftOut: readonly LeftOut[]): number {
  if (leftOut.length > 0) ledger.record(leftOut.map(toEntry), 'skipped');
  return leftOut.length;
}

const toEntry = (l: LeftOut): Omit<LedgerRecord, 'outcome'> => ({
  path: l.path,
  code: l.code,
  params: l.params,
  oddities: [],
  at: Date.now(),
});
