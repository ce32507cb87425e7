import type { Db } from './connection.ts';
import type { Meta } from './types.ts';

export function metaOf(db: Db): Meta {
  const get = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  const set = db.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    get: (key) => get.get(key) as string | undefined,
    set: (key, value) => {
      set.run(key, value);
    },
  };
}
