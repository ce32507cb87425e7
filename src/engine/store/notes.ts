import { asNotePath } from '../../common/ids.ts';
import type { NoteKind } from '../vault/note-file.ts';
import type { Db } from './connection.ts';
import { jsonList } from './json.ts';
import type { NoteRecord, Notes } from './types.ts';

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

const SELECT = `SELECT id, path, raw_path, kind, title, aliases, tags, language, date, content_hash, size, mtime,
  birthtime, indexed_at FROM notes`;

export function notesOf(db: Db): Notes {
  const all = db.prepare<[], NoteRow>(`${SELECT} ORDER BY id`);
  const byId = db.prepare<[number], NoteRow>(`${SELECT} WHERE id = ?`);
  const byPath = db.prepare<[string], NoteRow>(`${SELECT} WHERE path = ?`);
  const headings = db.prepare<[number], string>('SELECT headings FROM notes WHERE id = ?').pluck();
  return {
    all: () => all.all().map(toRecord),
    byId: (id) => mapRow(byId.get(id)),
    byPath: (path) => mapRow(byPath.get(path)),
    headings: (id) => jsonList((headings.get(id) as string | undefined) ?? '[]'),
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
