import { stem } from '../../common/ids.ts';
import type { NoteFile } from '../vault/note-file.ts';
import type { Db } from './connection.ts';
import { indexText } from './segment.ts';
import { encodeTerms } from './terms.ts';
import type { NoteWrite, Store } from './types.ts';
import type { Wanting } from './wanting.ts';
import { chunkWriter } from './write-chunks.ts';
import { linkWriter } from './write-links.ts';

export type Writes = Pick<Store, 'writeNote' | 'moveNote' | 'touchNote' | 'removeNote'>;

const COLUMNS = [
  'path',
  'raw_path',
  'kind',
  'title',
  'aliases',
  'tags',
  'language',
  'date',
  'content_hash',
  'size',
  'mtime',
  'birthtime',
  'encoding',
  'bom',
  'oddities',
  'indexed_at',
  'headings',
] as const;

type Row = Record<(typeof COLUMNS)[number], string | number | Buffer | null>;

export function writesOf(db: Db, wanting: Wanting): Writes {
  const names = COLUMNS.map((name) => `:${name}`).join(', ');
  const insert = db.prepare<[Row]>(`INSERT INTO notes (${COLUMNS.join(', ')}) VALUES (${names})`);
  const update = db.prepare<[Row & { id: number }]>(
    `UPDATE notes SET ${COLUMNS.map((name) => `${name} = :${name}`).join(', ')} WHERE id = :id`,
  );
  const idOf = db.prepare<[string], number>('SELECT id FROM notes WHERE path = ?').pluck();
  const pathOf = db.prepare<[number], string>('SELECT path FROM notes WHERE id = ?').pluck();
  const putTerms = db.prepare('INSERT OR REPLACE INTO note_terms (note_id, terms) VALUES (?, ?)');
  const sound = db.prepare('DELETE FROM ledger WHERE path = ?');
  const touch = db.prepare('UPDATE notes SET raw_path = ?, size = ?, mtime = ?, birthtime = ? WHERE id = ?');
  const removeNote = db.prepare('DELETE FROM notes WHERE id = ?');
  const writeWords = wordWriter(db);
  const writeLinks = linkWriter(db);
  const chunks = chunkWriter(db, wanting);

  function write(id: number | undefined, input: NoteWrite): number {
    const row = toRow(input);
    if (id === undefined) id = Number(insert.run(row).lastInsertRowid);
    else update.run({ ...row, id });
    writeWords(id, input);
    writeLinks(id, input.note.links);
    chunks.replace(id, input.chunks, input.content.mtimeMs);
    putTerms.run(id, encodeTerms(input.terms));
    sound.run(input.file.path);
    return id;
  }

  function remove(id: number): void {
    chunks.release(id);
    removeNote.run(id);
  }

  return {
    writeNote: db.transaction((input: NoteWrite) =>
      write(idOf.get(input.file.path) as number | undefined, input),
    ).immediate,
    moveNote: db.transaction((id: number, input: NoteWrite) => {
      // In a chain or a swap of names the place may still be taken. Its note is written anew when its turn comes;
      // that costs its id, no embedding.
      const occupant = idOf.get(input.file.path) as number | undefined;
      if (occupant !== undefined && occupant !== id) remove(occupant);
      const from = pathOf.get(id) as string | undefined;
      write(from === undefined ? undefined : id, input);
      if (from !== undefined) sound.run(from);
    }).immediate,
    touchNote: db.transaction((id: number, file: NoteFile) => {
      touch.run(file.rawPath, file.size, file.mtimeMs, file.birthtimeMs, id);
      sound.run(file.path);
    }).immediate,
    removeNote: db.transaction(remove).immediate,
  };
}

/** What is found of a note as a whole: its names, headings and tags. */
function wordWriter(db: Db): (id: number, input: NoteWrite) => void {
  const put = db.prepare(
    `INSERT OR REPLACE INTO note_words (rowid, title, name, aliases, headings, tags) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  return (id, { file, note }) => {
    const lines = (items: Iterable<string>) => indexText([...items].join('\n'));
    put.run(
      id,
      indexText(note.title),
      indexText(stem(file.path)),
      lines(note.aliases),
      lines(note.headings.map((heading) => heading.text)),
      lines(tagNames(note.tags)),
    );
  };
}

const tagNames = (tags: NoteWrite['note']['tags']): string[] => [...new Set(tags.map((tag) => tag.name))];

function toRow({ file, content, note, oddities }: NoteWrite): Row {
  return {
    path: file.path,
    raw_path: file.rawPath,
    kind: file.kind,
    title: note.title,
    aliases: JSON.stringify(note.aliases),
    tags: JSON.stringify(tagNames(note.tags)),
    language: note.language,
    date: note.date ?? null,
    content_hash: content.contentHash,
    size: content.size,
    mtime: content.mtimeMs,
    birthtime: content.birthtimeMs,
    encoding: content.encoding,
    bom: content.bom ? 1 : 0,
    oddities: JSON.stringify([...new Set(oddities)]),
    indexed_at: Date.now(),
    headings: JSON.stringify(
      note.headings.map(({ level, text, start, end }) => ({ level, text, start, end })),
    ),
  };
}
