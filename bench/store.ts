/**
 * Where vectors lie: an ordinary table of 32-bit floats, as the store keeps them, beside sqlite-vec's vec0 with
 * chunks of several sizes. All on the store's own connection; the reads are interleaved.
 * `npm run bench -- store [--vectors 50000] [--dimensions 384] [--rounds 15]`
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, type Db, loadVectorFunctions } from '../src/engine/store/connection.ts';
import { machine, median, table } from './lib/report.ts';

const { values } = parseArgs({
  options: {
    vectors: { type: 'string', default: '50000' },
    dimensions: { type: 'string', default: '384' },
    rounds: { type: 'string', default: '15' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log('Usage: npm run bench -- store [--vectors 50000] [--dimensions 384] [--rounds 15]');
  process.exit(0);
}
const [count, dimensions, rounds] = (['vectors', 'dimensions', 'rounds'] as const).map((key) =>
  Number(values[key]),
) as [number, number, number];

const LAYOUTS = [
  ['table', 'CREATE TABLE v (rowid INTEGER PRIMARY KEY, vector BLOB NOT NULL)'],
  ...[1024, 256, 64, 8].map((size) => [
    `vec0, chunks of ${size}`,
    `CREATE VIRTUAL TABLE v USING vec0(vector float[${dimensions}], chunk_size=${size})`,
  ]),
] as [name: string, sql: string][];

const floats = Float32Array.from({ length: count * dimensions }, () => Math.random() - 0.5);
const vector = (i: number): Buffer => Buffer.from(floats.buffer, i * dimensions * 4, dimensions * 4);
const ids = (n: number): number[] => Array.from({ length: n }, () => 1 + Math.floor(Math.random() * count));

const READS: Record<string, (db: Db, name: string) => void> = {
  'get 64': (db, name) => get(db, name, ids(64)),
  'get 400': (db, name) => get(db, name, ids(400)),
  'read all': (db) => {
    for (const _ of db.prepare('SELECT rowid, vector FROM v').raw().iterate());
  },
  'nearest 10': (db, name) => {
    const sql =
      name === 'table'
        ? 'SELECT rowid, vec_distance_cosine(vector, ?) AS d FROM v ORDER BY d LIMIT 10'
        : 'SELECT rowid, distance FROM v WHERE vector MATCH ? AND k = 10';
    db.prepare(sql).all(vector(1));
  },
};

/** The faster way of each: a set of ids makes vec0 read everything. */
function get(db: Db, name: string, wanted: readonly number[]): void {
  if (name === 'table') {
    db.prepare('SELECT rowid, vector FROM v WHERE rowid IN (SELECT value FROM json_each(?))').all(
      JSON.stringify(wanted),
    );
    return;
  }
  const one = db.prepare('SELECT vector FROM v WHERE rowid = ?');
  for (const id of wanted) one.get(id);
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function fill(db: Db): void {
  const insert = db.prepare('INSERT INTO v (rowid, vector) VALUES (?, ?)');
  const batch = db.transaction((from: number) => {
    for (let i = from; i < Math.min(count, from + 96); i++) insert.run(BigInt(i + 1), vector(i));
  });
  for (let from = 0; from < count; from += 96) batch(from);
  db.pragma('wal_checkpoint(TRUNCATE)');
}

const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'));
try {
  const stores = LAYOUTS.map(([name, sql], i) => {
    const file = join(folder, `${i}.db`);
    const db = connect(file);
    if (!loadVectorFunctions(db)) throw new Error('sqlite-vec has no build for this machine');
    db.exec(sql);
    const rate = Math.round((count / time(() => fill(db))) * 1000);
    return { name, db, rate, size: statSync(file).size / 1e6, times: new Map<string, number[]>() };
  });
  for (let round = 0; round < rounds; round++)
    for (const [what, read] of Object.entries(READS))
      for (const { db, name, times } of stores)
        times.set(what, [...(times.get(what) ?? []), time(() => read(db, name))]);
  console.log(`${machine()}\n${count} vectors of ${dimensions} dimensions; medians of ${rounds}, in ms\n`);
  table(
    ['layout', 'MB', 'inserts/s', ...Object.keys(READS)],
    stores.map(({ name, size, rate, times }) => [
      name,
      size.toFixed(1),
      rate,
      ...[...times.values()].map((all) => median(all).toFixed(2)),
    ]),
  );
  for (const { db } of stores) db.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
