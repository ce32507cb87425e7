import { expect, it } from 'vitest';
import { FilterSchema } from '../../../contract/filter.ts';
import { saneChoices, toKeep } from './remembered.ts';

const kept = {
  mode: 'passages',
  unlinkedOnly: true,
  filter: { folders: ['Mar'], tags: ['viento'], after: '2024-01-01' },
} as const;

it('comes back as it was left, without notes selected on the chart', () => {
  const filter = { folders: ['Mar'], tags: ['viento'], after: '2024-01-01', paths: ['Mar/a.md'] };
  expect(saneChoices(JSON.parse(JSON.stringify(toKeep({ ...kept, filter }))))).toEqual(kept);
});

it.each([
  null,
  'passages',
  { mode: 'all', unlinkedOnly: 'yes', filter: [] },
  { filter: { folders: [], tags: [1], languages: 'es', after: '2024-99-99', before: 7, paths: ['a.md'] } },
])('begins as any vault does where nothing of it makes sense: %j', (value) => {
  expect(saneChoices(value)).toEqual({ mode: 'notes', unlinkedOnly: false, filter: {} });
});

it('never makes a filter that the engine refuses', () => {
  const many = Array.from({ length: 5000 }, (_, i) => `folder ${i}`);
  for (const folders of [many, ['x'.repeat(9000)], ['ok']])
    expect(FilterSchema.safeParse(saneChoices({ filter: { folders } }).filter).success).toBe(true);
});
