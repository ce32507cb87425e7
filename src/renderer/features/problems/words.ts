import type { LedgerEntry } from '../../../contract/status.ts';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { type Translate, useT } from '../../i18n/use-t.ts';

/** What is said of an entry, in the person's language. */
export interface Words {
  readonly what: readonly string[];
  readonly todo: string;
  readonly code: string;
}

/** Says what happened to a file and what to do about it. */
export function useWords(): (entry: LedgerEntry) => Words {
  const t = useT();
  const errorText = useErrorText();
  return ({ outcome, code, params, oddities }) => {
    const said = code ? errorText({ code, params }) : null;
    const what = [...(said ? [said.what] : []), ...oddities.map((oddity) => explained(t, oddity))];
    if (what.length === 0 && outcome === 'waiting') what.push(t('problems.waitingFor'));
    return { what, todo: said?.todo ?? '', code: code ?? oddities.join(' ') };
  };
}

const KNOWN = [
  'invalid-utf8',
  'invalid-utf16',
  'utf-16',
  'windows-1252',
  'nul-bytes',
  'mojibake',
  'frontmatter-broken',
  'canvas-broken',
  'too-deep',
  'too-many-links',
] as const;

function explained(t: Translate, oddity: string): string {
  const known = KNOWN.find((name) => name === oddity);
  return known ? t(`problems.odd.${known}`) : t('problems.odd.other', { what: oddity });
}
