import { eld } from 'eld/extrasmall';
import type { Note, ParsedNote } from './note.ts';
import { plainText } from './plain-text.ts';

/** What of a text is read: more does not change the answer. UTF-16 code units. */
const SAMPLE = 800;
/** Letters below which a language of the Latin script is a guess, and no guess is made. */
const FEWEST_LETTERS = 24;

const NOISE = /https?:\/\/\S+|[\w.+-]{1,64}@[\w.-]+|#[\p{L}\p{N}/_-]+|[^\p{L}\p{M}\s'’]+/gu;

/** BCP-47 primary language of a text ('es', 'en', 'zh'…), or 'und' where it is too short or undecided to tell. */
export function detectLanguage(text: string): string {
  const sample = text
    .slice(0, SAMPLE * 2)
    .replace(NOISE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, SAMPLE);
  const own = byScript(sample);
  if (own !== undefined) return own;
  if (sample.length < FEWEST_LETTERS) return 'und';
  const result = eld.detect(sample);
  return result.language && (result.isReliable() || sample.length > 200) ? result.language : 'und';
}

const count = (text: string, re: RegExp): number => text.match(re)?.length ?? 0;

/**
 * Scripts that only one language uses much. A Chinese note full of English terms has more Latin letters than Chinese
 * ones, though each of these says a word: a quarter as many Chinese characters are enough.
 */
function byScript(sample: string): string | undefined {
  const latin = count(sample, /\p{Script=Latin}/gu);
  const han = count(sample, /\p{Script=Han}/gu);
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(sample, /\p{Script=Hangul}/gu);
  const east = han + kana + hangul;
  if (east < 4 || east * 4 < latin) return undefined;
  if (kana * 8 > han) return 'ja';
  return hangul > han ? 'ko' : 'zh';
}

/** What tells languages apart takes a tenth of a second to load: only what needs to know imports this. */
export const withLanguage = (note: ParsedNote): Note => ({ ...note, language: bodyLanguage(note) });

/** The language of a note's prose: code, formulas and HTML are left out. */
export function bodyLanguage(note: Pick<ParsedNote, 'text' | 'markup' | 'blocks'>): string {
  const parts: string[] = [];
  let length = 0;
  for (const block of note.blocks) {
    if (block.kind === 'code' || block.kind === 'math') continue;
    const end = Math.min(block.end, block.start + SAMPLE);
    const text = plainText(note, { start: block.start, end });
    parts.push(text);
    length += text.length;
    if (length > SAMPLE) break;
  }
  return detectLanguage(parts.join('\n'));
}
