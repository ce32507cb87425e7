/** What a note's properties say to a reader, as a list of texts: a phrase may stand there. */
export const properties = `ALTER TABLE notes ADD COLUMN properties TEXT NOT NULL DEFAULT '[]';`;
