/** What a passage is compared by before the model has read it. Goes with its chunk: a chunk's id stands for its text. */
export const statics = `
CREATE TABLE static_vectors (
  chunk_id INTEGER PRIMARY KEY REFERENCES chunks ON DELETE CASCADE,
  vector BLOB NOT NULL
) STRICT;
`;
