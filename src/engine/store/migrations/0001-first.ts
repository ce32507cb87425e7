/**
 * Ids of notes and chunks are never given twice (AUTOINCREMENT): whoever holds one in memory can trust that it means
 * what it meant. A chunk's id stands for its text: a changed passage is a new chunk.
 */
export const first = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- A model is known by its fingerprint: what its vectors mean, whatever file or precision they came from.
CREATE TABLE models (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  dimensions INTEGER NOT NULL
) STRICT;

CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  raw_path BLOB NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  aliases TEXT NOT NULL,
  tags TEXT NOT NULL,
  language TEXT NOT NULL,
  date TEXT,
  content_hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  mtime REAL NOT NULL,
  birthtime REAL NOT NULL,
  encoding TEXT NOT NULL,
  bom INTEGER NOT NULL,
  oddities TEXT NOT NULL,
  indexed_at INTEGER NOT NULL,
  headings TEXT NOT NULL
) STRICT;

CREATE TABLE links (
  id INTEGER PRIMARY KEY,
  from_id INTEGER NOT NULL REFERENCES notes ON DELETE CASCADE,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  heading TEXT,
  block TEXT,
  alias TEXT,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  to_id INTEGER REFERENCES notes ON DELETE SET NULL,
  attachment TEXT
) STRICT;
CREATE INDEX links_from ON links (from_id);
CREATE INDEX links_to ON links (to_id) WHERE to_id IS NOT NULL;

-- What the model reads is input_head followed by text, or input_head alone where it does not end in the text.
CREATE TABLE chunks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  note_id INTEGER NOT NULL REFERENCES notes ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  tokens INTEGER NOT NULL,
  hash TEXT NOT NULL,
  heading_path TEXT NOT NULL,
  input_head TEXT NOT NULL,
  input_whole INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX chunks_note ON chunks (note_id, ordinal);
CREATE INDEX chunks_hash ON chunks (hash);

-- Vectors outlive the chunks that use them: a revert or a switch of models costs no embedding. 32-bit floats, as
-- sqlite-vec's functions read them. used_at: when a chunk last let go of it, in milliseconds since the epoch.
CREATE TABLE vectors (
  id INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES models ON DELETE CASCADE,
  hash TEXT NOT NULL,
  used_at INTEGER NOT NULL,
  vector BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX vectors_key ON vectors (hash, model_id);

-- Texts that a model could not embed.
CREATE TABLE impossible (
  hash TEXT NOT NULL,
  model_id INTEGER NOT NULL REFERENCES models ON DELETE CASCADE,
  PRIMARY KEY (hash, model_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE note_terms (
  note_id INTEGER PRIMARY KEY REFERENCES notes ON DELETE CASCADE,
  terms TEXT NOT NULL
) STRICT;

-- Only what was left out or failed; an indexed note's own row says the rest.
CREATE TABLE ledger (
  path TEXT PRIMARY KEY,
  outcome TEXT NOT NULL CHECK (outcome IN ('skipped', 'failed')),
  code TEXT,
  params TEXT NOT NULL,
  oddities TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Word indexes hold no copy of the text. What is indexed is folded and cut into pairs of characters where a script
-- has no spaces (see segment.ts), so the tokenizer only has to split.
CREATE VIRTUAL TABLE passage_words USING fts5(
  text, heading_path, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE note_words USING fts5(
  title, name, aliases, headings, tags,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
-- Rows go from the word indexes with what they describe, cascades included.
CREATE TRIGGER chunks_deleted AFTER DELETE ON chunks BEGIN
  DELETE FROM passage_words WHERE rowid = old.id;
END;
CREATE TRIGGER notes_deleted AFTER DELETE ON notes BEGIN
  DELETE FROM note_words WHERE rowid = old.id;
END;
`;
