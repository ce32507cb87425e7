import type { Status } from '../../../contract/status.ts';

/** From this share of notes on, a model that knows only English is worth a word. */
const WORTH_A_WORD = 0.2;

/** The commonest language other than English, where a good part of the vault is in such; else null. */
export function foreignLanguage(languages: Status['languages']): string | null {
  const known = languages.filter(({ language }) => language !== 'und');
  const others = known.filter(({ language }) => language !== 'en');
  const count = (list: Status['languages']) => list.reduce((sum, { notes }) => sum + notes, 0);
  if (others.length === 0 || count(others) < WORTH_A_WORD * count(known)) return null;
  return others.reduce((most, one) => (one.notes > most.notes ? one : most)).language;
}
