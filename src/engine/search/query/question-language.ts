import { isStopWord, STEMMED } from '../../lexicon/words.ts';
import type { Corpus } from '../corpus.ts';

/** BCP-47 primary language of a text, 'und' where it is too short or undecided to tell. */
export type DetectLanguage = (text: string) => string | Promise<string>;

/** Stop words from which they alone say the language. */
const SURE = 2;

/**
 * The language a question is asked in, or 'und'. Questions are too short for a detector of languages, but their little
 * words tell: `cómo hacer pan` is Spanish by its first. Between languages that share such a word, the one in which the
 * vault has more notes is likelier.
 */
export async function questionLanguage(
  corpus: Pick<Corpus, 'notes'>,
  { text, words }: { readonly text: string; readonly words: readonly string[] },
  detect: DetectLanguage = detectHere,
): Promise<string> {
  const votes = STEMMED.map((language) => ({
    language,
    count: words.filter((word) => isStopWord(word, language)).length,
    notes: corpus.notes.languages.get(language) ?? 0,
  })).filter(({ count }) => count > 0);
  votes.sort((a, b) => b.count - a.count || b.notes - a.notes);
  const [best, next] = votes;
  if (best && best.count >= SURE && best.count > (next?.count ?? 0)) return best.language;
  const detected = await detect(text);
  if (detected !== 'und') return detected;
  return best && (best.notes > 0 || best.count > (next?.count ?? 0)) ? best.language : 'und';
}

/** On the caller's thread, which the first question holds for a tenth of a second. */
async function detectHere(text: string): Promise<string> {
  const { detectLanguage } = await import('../../parse/language.ts');
  return detectLanguage(text);
}
