/**
 * How often each token stands in the vault, for a model whose tokenizer does not say: what its static vectors are
 * weighed by. A static vector bears the number of the counts that it was made by; 0 where nothing was counted.
 */
export const tokenCounts = `
CREATE TABLE token_counts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  model_id INTEGER NOT NULL REFERENCES models ON DELETE CASCADE,
  notes INTEGER NOT NULL,
  counts BLOB NOT NULL
) STRICT;
ALTER TABLE static_vectors ADD COLUMN basis INTEGER NOT NULL DEFAULT 0;
`;
