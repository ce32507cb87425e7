import { PortolanError } from '../../../common/errors.ts';
import type { Db } from '../connection.ts';
import { first } from './0001-first.ts';
import { stems } from './0002-stems.ts';
import { statics } from './0003-static.ts';
import { chart } from './0004-chart.ts';
import { tokenCounts } from './0005-token-counts.ts';
import { properties } from './0006-properties.ts';

/** In order; the n-th brings a database from version n-1 to n. One that was released is never changed. */
export const MIGRATIONS: readonly string[] = [first, stems, statics, chart, tokenCounts, properties];

/** 'PORT': marks our files, so that another program's database is never taken for a damaged index of ours. */
const APPLICATION_ID = 0x504f5254;

/** The database's version: 0 for an empty one. Throws INPUT_INVALID for another program's database, INDEX_NEWER. */
export function versionOf(db: Db, file: string, known = MIGRATIONS.length): number {
  const version = db.pragma('user_version', { simple: true }) as number;
  const application = db.pragma('application_id', { simple: true }) as number;
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  if (application !== APPLICATION_ID && (application !== 0 || version !== 0 || tables > 0))
    throw new PortolanError('INPUT_INVALID', { reason: `${file} is a database of another program` });
  if (version > known) throw new PortolanError('INDEX_NEWER', { path: file, found: version, known });
  return version;
}

/** Brings the database to the present version, each step in its own transaction. */
export function migrate(db: Db, file: string, migrations: readonly string[] = MIGRATIONS): void {
  for (let version = versionOf(db, file, migrations.length); version < migrations.length; version++) {
    const step = db.transaction(() => {
      // Another process may have taken this step while this one waited for the write lock.
      if (db.pragma('user_version', { simple: true }) !== version) return;
      db.exec(migrations[version]!);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version + 1}`);
    });
    step.immediate();
  }
}
