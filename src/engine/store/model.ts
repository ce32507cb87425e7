import { PortolanError } from '../../common/errors.ts';
import type { Db } from './connection.ts';

/** The model whose vectors a store reads and writes. */
export interface StoreModel {
  readonly id: string;
  readonly dimensions: number;
  /** What its vectors mean: vectors of equal fingerprint may be compared with each other, whatever made them. */
  readonly fingerprint: string;
}

/** The model's row, added when missing. */
export function registerModel(db: Db, model: StoreModel): number {
  const known = findModel(db, model);
  if (known !== undefined) return known;
  const added = db
    .prepare('INSERT INTO models (fingerprint, name, dimensions) VALUES (?, ?, ?)')
    .run(model.fingerprint, model.id, model.dimensions);
  return Number(added.lastInsertRowid);
}

/** The model's row; undefined when the index has never held a vector of it. */
export function findModel(db: Db, model: StoreModel): number | undefined {
  const row = db
    .prepare<[string], { id: number; dimensions: number }>(
      'SELECT id, dimensions FROM models WHERE fingerprint = ?',
    )
    .get(model.fingerprint);
  if (row && row.dimensions !== model.dimensions)
    throw new PortolanError('INTERNAL', {
      reason: `the model ${model.id} has ${model.dimensions} dimensions, but the index knows it with ${row.dimensions}`,
    });
  return row?.id;
}
