import { asNotePath } from '../../common/ids.ts';
import type { NoteKind } from '../vault/note-file.ts';
import type { Db } from './connection.ts';
import { jsonList } from './json.ts';
import { paged } from './paging.ts';
import type { HeadingRecord, NoteListing, NoteRecord, Notes } from './types.ts';

interface NoteRow {
  id: number;
  path: string;
  raw_path: Buffer;
  kind: NoteKind;
  title: string;
  aliases: string;
  tags: string;
  language: string;
  date: string | null;
  content_hash: string;
  size: number;
  mtime: number;
  birthtime: number;
  indexed_at: number;
}

type ListingRow = [
  path: string,
  kind: NoteKind,
  title: string,
  aliases: string,
  tags: string,
  language: string,
  date: string | null,
  size: number,
  mtime: number,
  birthtime: number,
];

/** Notes read at a time. */
const PAGE_NOTES = 512;

const SELECT = `SELECT id, path, raw_path, kind, title, aliases, tags, language, date, content_hash, size, mtime,
  birthtime, indexed_at FROM notes`;

export function notesOf(db: Db): Notes {
  const all = db.prepare<[], NoteRow>(`${SELECT} ORDER BY id`);
  const page = db.prepare<[number], NoteRow>(`${SELECT} WHERE id > ? ORDER BY id LIMIT ${PAGE_NOTES}`);
  const byId = db.prepare<[number], NoteRow>(`${SELECT} WHERE id = ?`);
  const byPath = db.prepare<[string], NoteRow>(`${SELECT} WHERE path = ?`);
  const headings = db.prepare<[number], string>('SELECT headings FROM notes WHERE id = ?').pluck();
  const oddities = db.prepare<[number], string>('SELECT oddities FROM notes WHERE id = ?').pluck();
  const allHeadings = db
    .prepare<[], [string, string]>(`SELECT path, headings FROM notes WHERE headings <> '[]' ORDER BY path`)
    .raw();
  const entries = db
    .prepare<[], ListingRow>(
      'SELECT path, kind, title, aliases, tags, language, date, size, mtime, birthtime FROM notes ORDER BY path',
    )
    .raw();
  const versions = db.prepare<[], ReturnType<Notes['versions']>[number]>(
    'SELECT id, path, content_hash AS contentHash FROM notes ORDER BY id',
  );
  const languages = db.prepare<[], ReturnType<Notes['languages']>[number]>(
    'SELECT language, count(*) AS notes FROM notes GROUP BY language ORDER BY notes DESC, language',
  );
  return {
    all: () => all.all().map(toRecord),
    *each() {
      const rows = (after: number) => page.all(after).map((row) => [row.id, row] as const);
      for (const [, row] of paged(rows, PAGE_NOTES)) yield toRecord(row);
    },
    byId: (id) => mapRow(byId.get(id)),
    byPath: (path) => mapRow(byPath.get(path)),
    headings: (id) => jsonList((headings.get(id) as string | undefined) ?? '[]'),
    oddities: (id) => jsonList((oddities.get(id) as string | undefined) ?? '[]'),
    allHeadings: () =>
      allHeadings
        .all()
        .map(([path, list]) => ({ path: asNotePath(path), headings: jsonList<HeadingRecord>(list) })),
    entries: () => entries.all().map(toListing),
    versions: () => versions.all(),
    languages: () => languages.all(),
  };
}

const mapRow = (row: NoteRow | undefined): NoteRecord | undefined => row && toRecord(row);

const toRecord = (row: NoteRow): NoteRecord => ({
  id: row.id,
  path: asNotePath(row.path),
  rawPath: row.raw_path,
  kind: row.kind,
  title: row.title,
  aliases: jsonList(row.aliases),
  tags: jsonList(row.tags),
  language: row.language,
  date: row.date,
  contentHash: row.content_hash,
  size: row.size,
  mtimeMs: row.mtime,
  birthtimeMs: row.birthtime,
  readAtMs: row.indexed_at,
});

const toListing = (row: ListingRow): NoteListing => {
  const [path, kind, title, aliases, tags, language, date, size, mtimeMs, birthtimeMs] = row;
  const listed = { path: asNotePath(path), kind, title, language, date, size, mtimeMs, birthtimeMs };
  return { ...listed, aliases: jsonList(aliases), tags: jsonList(tags) };
};
