/**
 * The chart: where each note lies, by model, and the regions that have been told apart. What a person said of a region
 * (name, colour, hidden) stays with its id.
 */
export const chart = `
CREATE TABLE chart_places (
  model_id INTEGER NOT NULL REFERENCES models ON DELETE CASCADE,
  note_id INTEGER NOT NULL REFERENCES notes ON DELETE CASCADE,
  x REAL NOT NULL,
  y REAL NOT NULL,
  region INTEGER,
  part INTEGER,
  PRIMARY KEY (model_id, note_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX chart_places_note ON chart_places (note_id);
CREATE TABLE chart_regions (
  model_id INTEGER NOT NULL REFERENCES models ON DELETE CASCADE,
  id INTEGER NOT NULL,
  parent INTEGER,
  words TEXT NOT NULL,
  name TEXT,
  colour INTEGER,
  hidden INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (model_id, id)
) STRICT, WITHOUT ROWID;
`;
