import { type Settings, type SettingsChange, SettingsSchema } from '../../../contract/settings.ts';
import type { Section } from './section.ts';

const FIELDS = {
  model: ['model'],
  computing: ['threads', 'provider'],
  appearance: ['theme', 'language', 'zoom'],
  privacy: ['remoteImages', 'keepRecent', 'keepHistory'],
} as const satisfies Partial<Record<Section, readonly (keyof Settings)[]>>;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What would put a part of the settings back to how it was at first; null where it stands so, or has no settings. */
export function resetOf(section: Section, settings: Settings, vault: string | null): SettingsChange | null {
  if (section === 'exclusions') {
    if (vault === null || !settings.vaults[vault]?.exclude.length) return null;
    const { [vault]: held, ...others } = settings.vaults;
    return { vaults: { ...others, [vault]: { ...held, exclude: [] } } };
  }
  const fields: readonly (keyof Settings)[] = section in FIELDS ? FIELDS[section as keyof typeof FIELDS] : [];
  const initial = SettingsSchema.parse({});
  const changed = fields.filter((field) => !same(settings[field], initial[field]));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((field) => [field, initial[field]]));
}
