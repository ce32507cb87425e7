import { expect, it } from 'vitest';
import { SettingsSchema } from '../../../contract/settings.ts';
import { resetOf } from './defaults.ts';

const settings = SettingsSchema.parse({
  theme: 'dark',
  zoom: 1.5,
  threads: 3,
  provider: 'cpu',
  vaults: { '/a': { exclude: ['Archive/'] }, '/b': { exclude: ['Diary/'] } },
});

it('puts back what was changed in one part, and nothing else', () => {
  expect(resetOf('appearance', settings, '/a')).toEqual({ theme: 'system', zoom: 1 });
  expect(resetOf('computing', settings, '/a')).toEqual({ threads: null, provider: 'auto' });
});

it('empties the exclusions of the open vault and keeps those of others', () => {
  expect(resetOf('exclusions', settings, '/a')).toEqual({
    vaults: { '/a': { exclude: [] }, '/b': { exclude: ['Diary/'] } },
  });
});

it('has nothing to do where nothing was chosen', () => {
  expect(resetOf('privacy', settings, '/a')).toBeNull();
  expect(resetOf('exclusions', settings, '/c')).toBeNull();
  expect(resetOf('about', settings, '/a')).toBeNull();
});
