/**
 * Words are indexed by their stems, with the forms that differ from them in a column of their own, and a note's terms
 * keep how it writes them. words_by says what a note's words were cut by: what another rule has cut is written anew.
 */
export const stems = `
ALTER TABLE notes ADD COLUMN words_by TEXT NOT NULL DEFAULT '';
ALTER TABLE note_terms ADD COLUMN forms TEXT NOT NULL DEFAULT '[]';

DROP TABLE passage_words;
DROP TABLE note_words;
CREATE VIRTUAL TABLE passage_words USING fts5(
  text, heading_path, forms, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE note_words USING fts5(
  title, name, aliases, headings, tags, forms,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
`;
