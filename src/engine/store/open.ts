import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { hasCode, PortolanError } from '../../common/errors.ts';
import { because } from '../../common/reasons.ts';
import { assemble } from './assemble.ts';
import { connect, connectReadOnly, type Db } from './connection.ts';
import { metaOf } from './meta.ts';
import { MIGRATIONS, migrate, versionOf } from './migrations/index.ts';
import type { StoreModel } from './model.ts';
import { isMarkedDamaged, setAside } from './recover.ts';
import { coded } from './sqlite-errors.ts';
import type { Store } from './types.ts';

export interface OpenOptions {
  /** The database file; see `defaultDatabase`. Its folder is made when missing. */
  readonly file: string;
  readonly model: StoreModel;
  /** The vault's folder, remembered in a new index for people who look into it. */
  readonly vault?: string;
  /** Reads only, and sees what the writer commits. */
  readonly readOnly?: boolean;
  /** Told of what was put right: INDEX_CORRUPT, when a damaged index was set aside and a new one begun. */
  readonly onNotice?: (notice: PortolanError) => void;
  /** How long to wait for another process's write, in milliseconds. */
  readonly busyTimeoutMs?: number;
}

/**
 * Opens a vault's index, making or updating it when needed. One writer at a time: hold `acquireWriter` first.
 * Throws INDEX_MISSING (readOnly), INDEX_NEWER, INDEX_LOCKED, INDEX_READ_ONLY, INDEX_DAMAGED (readOnly), INDEX_IO,
 * DISK_FULL, and INPUT_INVALID for a database of another program.
 */
export function openStore(options: OpenOptions): Store {
  const file = resolve(options.file);
  const db = options.readOnly ? openReader(file, options) : openWriter(file, options);
  try {
    return coded(file, () => assemble(db, { ...options, file, readOnly: options.readOnly ?? false }));
  } catch (error) {
    db.close();
    throw error;
  }
}

function openWriter(file: string, options: OpenOptions): Db {
  // Only its owner may read it: it holds the text of the notes.
  coded(file, () => mkdirSync(dirname(file), { recursive: true, mode: 0o700 }));
  const open = () => {
    const db = connect(file, options.busyTimeoutMs);
    try {
      migrate(db, file);
      touchEverything(db);
      rememberVault(db, options.vault);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  };
  try {
    if (isMarkedDamaged(file))
      throw new PortolanError('INDEX_DAMAGED', { path: file, ...because('found-damaged') });
    return coded(file, open);
  } catch (error) {
    if (!hasCode(error, 'INDEX_DAMAGED')) throw error;
    const aside = coded(file, () => setAside(file));
    options.onNotice?.(new PortolanError('INDEX_CORRUPT', { path: file, aside }, { cause: error }));
    return coded(file, open);
  }
}

function openReader(file: string, options: OpenOptions): Db {
  const missing = () => new PortolanError('INDEX_MISSING', { path: options.vault ?? file });
  if (!existsSync(file)) throw missing();
  return coded(file, () => {
    const db = connectReadOnly(file, options.busyTimeoutMs);
    try {
      const version = versionOf(db, file);
      if (version === 0) throw missing();
      if (version < MIGRATIONS.length)
        throw new PortolanError('INDEX_READ_ONLY', {
          path: file,
          ...because('older-index'),
        });
      touchEverything(db);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** Reads the ends of every table: a few pages each, and most damage shows there. */
function touchEverything(db: Db): void {
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  for (const table of tables) {
    const rows = db.prepare(`SELECT * FROM "${table}" ORDER BY 1`);
    rows.get();
    db.prepare(`SELECT * FROM "${table}" ORDER BY 1 DESC`).get();
  }
}

/** Once, in a new index: for people who look into the data folder and wonder whose it is. */
function rememberVault(db: Db, vault: string | undefined): void {
  const { get, set } = metaOf(db);
  if (get('created') === undefined) set('created', new Date().toISOString());
  if (vault !== undefined && get('vault') !== resolve(vault)) set('vault', resolve(vault));
}
