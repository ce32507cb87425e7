import { hasCode, type PortolanError } from '../../common/errors.ts';
import { chartOf } from './chart.ts';
import { chunksOf } from './chunks.ts';
import { type Db, loadVectorFunctions } from './connection.ts';
import { ledgerOf } from './ledger.ts';
import { lexicalOf } from './lexical.ts';
import { linksOf } from './links.ts';
import { metaOf } from './meta.ts';
import { findModel, registerModel, type StoreModel } from './model.ts';
import { notesOf } from './notes.ts';
import { markDamaged } from './recover.ts';
import { codedSlice } from './sqlite-errors.ts';
import { staticsOf } from './statics.ts';
import { sweeper } from './sweep.ts';
import type { Store } from './types.ts';
import { vectorsOf } from './vectors.ts';
import { wantingOf } from './wanting.ts';
import { writesOf } from './write.ts';

interface Parts {
  readonly file: string;
  readonly readOnly: boolean;
  readonly model: StoreModel;
}

/** Puts the slices over an open, migrated connection together. */
export function assemble(db: Db, { file, readOnly, model }: Parts): Store {
  const modelId = modelRow(db, model, readOnly);
  const vectorFunctions = loadVectorFunctions(db);
  const wanting = wantingOf(db, modelId);
  const seen = (error: PortolanError) => {
    if (!readOnly && hasCode(error, 'INDEX_DAMAGED')) markDamaged(file);
  };
  const slice = <T extends object>(methods: T): T => codedSlice(methods, file, seen);
  const counts = db.prepare<[], Omit<ReturnType<Store['counts']>, 'vectors'>>(
    `SELECT (SELECT count(*) FROM notes) AS notes, (SELECT count(*) FROM chunks) AS chunks,
       (SELECT count(*) FROM links) AS links,
       (SELECT count(*) FROM links WHERE to_id IS NULL AND attachment IS NULL) AS unresolvedLinks`,
  );
  const dataVersion = () => db.pragma('data_version', { simple: true }) as number;
  const ownWrites = db.prepare<[], number>('SELECT total_changes()').pluck();
  const vectors = slice(vectorsOf({ db, model, modelId, wanting, vectorFunctions }));
  return {
    file,
    readOnly,
    notes: slice(notesOf(db)),
    chunks: slice(chunksOf(db)),
    links: slice(linksOf(db)),
    vectors,
    statics: slice(staticsOf(db, modelId)),
    lexical: slice(lexicalOf(db)),
    ledger: slice(ledgerOf(db, modelId, wanting)),
    meta: slice(metaOf(db)),
    chart: slice(chartOf(db, modelId)),
    ...slice({
      ...writesOf(db, wanting),
      sweep: sweeper(db, modelId),
      dataVersion,
      stamp: () => `${dataVersion()} ${ownWrites.get()}`,
      counts: () => ({ ...counts.get()!, vectors: vectors.count() }),
      close: () => {
        db.close();
      },
    }),
  };
}

/** A writer puts its model into a new index; a reader looks for it until the writer has. */
function modelRow(db: Db, model: StoreModel, readOnly: boolean): () => number | undefined {
  let id = findModel(db, model);
  if (!readOnly) id ??= db.transaction(() => registerModel(db, model)).immediate();
  return () => {
    id ??= findModel(db, model);
    return id;
  };
}
