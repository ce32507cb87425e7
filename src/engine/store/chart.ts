import type { Db } from './connection.ts';
import { jsonList } from './json.ts';
import type { ChartSlice, PlaceRow, RegionRow } from './types.ts';

interface StoredRegion extends Omit<RegionRow, 'words' | 'hidden'> {
  readonly words: string;
  readonly hidden: number;
}

export function chartOf(db: Db, model: () => number | undefined): ChartSlice {
  const places = db.prepare<[number | null], PlaceRow>(
    'SELECT note_id AS noteId, x, y, region, part FROM chart_places WHERE model_id = ? ORDER BY note_id',
  );
  const place = db.prepare<[number | null, number], { x: number; y: number }>(
    'SELECT x, y FROM chart_places WHERE model_id = ? AND note_id = ?',
  );
  const regions = db.prepare<[number | null], StoredRegion>(
    `SELECT id, parent, words, name, colour, hidden FROM chart_regions WHERE model_id = ? AND gone = 0 ORDER BY id`,
  );
  const next = db
    .prepare<[number | null], number>('SELECT coalesce(max(id), 0) + 1 FROM chart_regions WHERE model_id = ?')
    .pluck();
  // A note may have been removed since its place was worked out.
  const put = db.prepare(
    `INSERT INTO chart_places (model_id, note_id, x, y, region, part)
     SELECT @model, id, @x, @y, @region, @part FROM notes WHERE id = @noteId
     ON CONFLICT (model_id, note_id) DO UPDATE
     SET x = excluded.x, y = excluded.y, region = excluded.region, part = excluded.part`,
  );
  const putRegion = db.prepare(
    `INSERT INTO chart_regions (model_id, id, parent, words) VALUES (@model, @id, @parent, @words)
     ON CONFLICT (model_id, id) DO UPDATE SET parent = excluded.parent, words = excluded.words, gone = 0`,
  );
  const allGone = db.prepare('UPDATE chart_regions SET gone = 1 WHERE model_id = ?');
  const region = db.prepare<[number | null, number], StoredRegion>(
    'SELECT id, parent, words, name, colour, hidden FROM chart_regions WHERE model_id = ? AND id = ?',
  );
  const change = db.prepare(
    'UPDATE chart_regions SET name = ?, colour = ?, hidden = ? WHERE model_id = ? AND id = ?',
  );
  const id = () => model() ?? null;
  const putAll = (rows: readonly PlaceRow[]) => {
    for (const row of rows) put.run({ model: id(), ...row });
  };
  return {
    places: () => places.all(id()),
    place: (noteId) => place.get(id(), noteId) ?? null,
    regions: () => regions.all(id()).map(ofRow),
    nextRegion: () => next.get(id())!,
    save: db.transaction((rows, found) => {
      putAll(rows);
      allGone.run(id());
      for (const { words, ...rest } of found)
        putRegion.run({ model: id(), ...rest, words: JSON.stringify(words) });
    }),
    savePlaces: db.transaction(putAll),
    changeRegion(of, to) {
      const now = region.get(id(), of);
      if (!now) return false;
      const { name, colour, hidden } = { ...ofRow(now), ...to };
      change.run(name, colour, hidden ? 1 : 0, id(), of);
      return true;
    },
  };
}

const ofRow = ({ words, hidden, ...rest }: StoredRegion): RegionRow => ({
  ...rest,
  words: jsonList<string>(words),
  hidden: hidden === 1,
});
