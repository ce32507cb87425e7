import { fold } from '../text.ts';

/** Languages that a note may turn out to be in, as people name them. */

const CODES =
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gl gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
    ' ',
  );
const UNKNOWN = ['und', 'unknown', 'none', '?'];

/** Names in the languages themselves and in those that Portolan's users most write. */
const NAMED_IN = ['en', 'es', 'fr', 'de', 'pt', 'it'];

let byName: ReadonlyMap<string, string> | null = null;

/** The BCP-47 primary language that a text means: 'es', 'es-MX', 'Spanish', 'español', 'und'. Undefined where none. */
export function languageNamed(text: string): string | undefined {
  const name = fold(text.trim());
  if (UNKNOWN.includes(name)) return 'und';
  const [code] = name.split(/[-_]/);
  if (CODES.includes(code!)) return code;
  byName ??= names();
  return byName.get(name);
}

function names(): Map<string, string> {
  const all = new Map<string, string>();
  const add = (locale: string, code: string) => {
    const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code);
    if (name && !all.has(fold(name))) all.set(fold(name), code);
  };
  for (const code of CODES) for (const locale of [code, ...NAMED_IN]) add(locale, code);
  return all;
}
