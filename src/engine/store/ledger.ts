import type { ErrorCode } from '../../common/error-codes.ts';
import type { Db } from './connection.ts';
import { jsonList } from './json.ts';
import type { Ledger, LedgerRecord } from './types.ts';
import type { Wanting } from './wanting.ts';

interface ProblemRow {
  path: string;
  outcome: 'skipped' | 'failed';
  code: ErrorCode | null;
  params: string;
  oddities: string;
  at: number;
}

interface NoteRow {
  id: number;
  path: string;
  oddities: string;
  at: number;
}

/** Of every indexed note, unless the ledger has a newer word on its file: that it failed, or is left out now. */
const SOUND = 'NOT EXISTS (SELECT 1 FROM ledger l WHERE l.path = n.path)';

export function ledgerOf(db: Db, modelId: () => number | undefined, wanting: Wanting): Ledger {
  const problems = db.prepare<[], ProblemRow>(
    'SELECT path, outcome, code, params, oddities, at FROM ledger ORDER BY path',
  );
  const notes = db.prepare<[], NoteRow>(
    `SELECT id, path, oddities, indexed_at AS at FROM notes n WHERE ${SOUND}`,
  );
  const waiting = db
    .prepare<[], number>(
      'SELECT DISTINCT c.note_id FROM temp.wanting w CROSS JOIN chunks c ON c.hash = w.hash',
    )
    .pluck();
  const impossible = db
    .prepare<[number | null], number>(
      `SELECT DISTINCT c.note_id FROM impossible i CROSS JOIN chunks c ON c.hash = i.hash
       WHERE i.model_id = ? AND NOT EXISTS
         (SELECT 1 FROM vectors v WHERE v.hash = i.hash AND v.model_id = i.model_id)`,
    )
    .pluck();
  const counts = db.prepare<[], { notes: number; waiting: number; skipped: number; failed: number }>(
    `SELECT (SELECT count(*) FROM notes n WHERE ${SOUND}) AS notes,
       (SELECT count(DISTINCT c.note_id) FROM temp.wanting w CROSS JOIN chunks c ON c.hash = w.hash
          CROSS JOIN notes n ON n.id = c.note_id WHERE ${SOUND}) AS waiting,
       (SELECT count(*) FROM ledger WHERE outcome = 'skipped') AS skipped,
       (SELECT count(*) FROM ledger WHERE outcome = 'failed') AS failed`,
  );
  const upsert = db.prepare(
    'INSERT OR REPLACE INTO ledger (path, outcome, code, params, oddities, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const remove = db.prepare('DELETE FROM ledger WHERE path = ?');
  return {
    all(filter = {}) {
      wanting.refresh();
      const waitingIds = new Set(waiting.all());
      const impossibleIds = new Set(impossible.all(modelId() ?? null));
      const indexed = notes.all().map((row): LedgerRecord => {
        const invalid = impossibleIds.has(row.id);
        return {
          path: row.path,
          outcome: waitingIds.has(row.id) ? 'waiting' : 'indexed',
          code: invalid ? 'VECTOR_INVALID' : null,
          params: invalid ? { path: row.path } : {},
          oddities: jsonList(row.oddities),
          at: row.at,
        };
      });
      return [...indexed, ...problems.all().map(toRecord)]
        .filter((entry) => (filter.outcome ? entry.outcome === filter.outcome : true))
        .filter((entry) => (filter.notable ? isNotable(entry) : true))
        .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    },
    counts() {
      wanting.refresh();
      const { notes, ...rest } = counts.get()!;
      return { indexed: notes - rest.waiting, ...rest };
    },
    record: db.transaction((entries: Parameters<Ledger['record']>[0], outcome: string) => {
      for (const { path, code, params, oddities, at } of entries)
        upsert.run(path, outcome, code, JSON.stringify(params), JSON.stringify(oddities), Math.round(at));
    }).immediate,
    remove: db.transaction((paths: readonly string[]) => {
      for (const path of paths) remove.run(path);
    }).immediate,
  };
}

const isNotable = (entry: LedgerRecord): boolean =>
  entry.outcome === 'skipped' ||
  entry.outcome === 'failed' ||
  entry.code !== null ||
  entry.oddities.length > 0;

const toRecord = (row: ProblemRow): LedgerRecord => ({
  ...row,
  params: JSON.parse(row.params),
  oddities: jsonList(row.oddities),
});
