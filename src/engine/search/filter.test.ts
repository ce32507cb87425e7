import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Filter, FilterSchema } from '../../contract/filter.ts';
import { keeper } from './filter.ts';
import { SearchBench } from './search.fixture.ts';

let bench: SearchBench;

beforeEach(async () => {
  bench = new SearchBench();
  bench.write({
    'Diario/2024-03-01.md': 'Un día en el mar con viento y velas, sin prisa. #viaje/mar',
    'Diario/2025-01-01.md': 'Otro día, este en la montaña, con mucha nieve y frío. #viaje',
    'Diarios.md': '---\ndate: 2024-12-31\n---\nWhat a diary is for, and how to keep one. #viajero',
    'Café/Menú.md': 'Una nota sobre el café y sus variedades del mundo. #Música',
    'Undated.md': 'A note without any date at all, in plain English prose.',
  });
  await bench.corpus.settled();
});
afterEach(() => bench.close());

function kept(filter: Filter | undefined): string[] {
  const keep = keeper(bench.corpus, filter) ?? (() => true);
  return bench.store.notes
    .all()
    .filter(({ id }) => keep(bench.corpus.notes.slotOf(id)!))
    .map(({ path }) => path.replace(/^.*\/|\.md$/g, ''));
}

test('no filter, or an empty one, is none', () => {
  expect(keeper(bench.corpus, undefined)).toBeUndefined();
  expect(keeper(bench.corpus, { folders: [], tags: [] })).toBeUndefined();
});

test('listed notes and no others', () => {
  expect(kept({ paths: ['Diarios.md', 'Undated.md', 'Gone.md'] }).sort()).toEqual(['Diarios', 'Undated']);
  expect(kept({ paths: ['Diarios.md'], folders: ['Diario'] })).toEqual([]);
  expect(kept({ paths: [] })).toEqual([]);
});

test('folders by whole parts of the path, in any case and any normal form', () => {
  expect(kept({ folders: ['diario'] })).toEqual(['2024-03-01', '2025-01-01']);
  expect(kept({ folders: ['/Diario/'] })).toEqual(['2024-03-01', '2025-01-01']);
  expect(kept({ folders: ['CAFÉ'.normalize('NFD'), 'diario'] })).toHaveLength(3);
  expect(kept({ folders: ['Dia'] })).toEqual([]);
  expect(kept({ folders: [''] })).toHaveLength(5);
});

test('tags with those below them', () => {
  expect(kept({ tags: ['viaje'] })).toEqual(['2024-03-01', '2025-01-01']);
  expect(kept({ tags: ['#VIAJE/mar'] })).toEqual(['2024-03-01']);
  expect(kept({ tags: ['viaj'] })).toEqual([]);
  expect(kept({ tags: ['música'] })).toEqual(['Menú']);
});

test('languages, and fields together', () => {
  expect(kept({ languages: ['en'] })).toEqual(['Diarios', 'Undated']);
  expect(kept({ languages: ['es-MX'], folders: ['diario'] })).toEqual(['2024-03-01', '2025-01-01']);
  expect(kept({ languages: ['en'], folders: ['diario'] })).toEqual([]);
});

test('days: the one a note names, else that of its last change; from the first, up to the second', () => {
  expect(kept({ after: '2024-01-01', before: '2025-01-01' })).toEqual(['2024-03-01', 'Diarios']);
  expect(kept({ after: '2025-01-01' })).toEqual(['2025-01-01']);
  expect(kept({ before: '2000-01-01' })).toEqual(['Menú', 'Undated']);
});

test('a note that changes is seen as it is now', async () => {
  bench.write({ 'Undated.md': 'Now it has a tag: #viaje and it is still in plain English prose.' });
  await bench.corpus.settled();
  expect(kept({ tags: ['viaje'] })).toContain('Undated');
  bench.write({ 'Undated.md': 'And now it has none of them, still in plain English prose.' });
  await bench.corpus.settled();
  expect(kept({ tags: ['viaje'] })).not.toContain('Undated');
});

test('a date that is none is refused', () => {
  expect(FilterSchema.safeParse({ after: '2024-02-30' }).success).toBe(false);
  expect(FilterSchema.safeParse({ after: '2024-02-29' }).success).toBe(true);
});
