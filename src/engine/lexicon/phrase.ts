import { fold } from '../../common/text.ts';

const IN_WORD = '[\\p{L}\\p{N}\\p{M}\\p{Co}]';
const BETWEEN = '[^\\p{L}\\p{N}\\p{M}\\p{Co}]';
/** Characters of scripts without spaces one by one, other words whole. */
const SPACELESS =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー]';
const UNIT = new RegExp(`(${SPACELESS})|(?:(?!${SPACELESS})${IN_WORD})+`, 'gu');

/**
 * What finds a phrase in a folded text (`fold(text.normalize('NFKC'))`): its words whole and one after the other,
 * whatever marks and blanks stand between them. Null where the phrase has no words.
 */
export function phrasePattern(phrase: string, flags = 'u'): RegExp | null {
  let pattern = '';
  let before: { dense: boolean } | null = null;
  for (const [unit, dense] of fold(phrase.normalize('NFKC')).matchAll(UNIT)) {
    const now = { dense: dense !== undefined };
    if (before) pattern += before.dense || now.dense ? `${BETWEEN}*` : `${BETWEEN}+`;
    else if (!now.dense) pattern += `(?<!${IN_WORD})`;
    pattern += unit.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    before = now;
  }
  if (!before) return null;
  return new RegExp(before.dense ? pattern : `${pattern}(?!${IN_WORD})`, flags);
}
