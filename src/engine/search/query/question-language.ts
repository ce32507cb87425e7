import { isStopWord, STEMMED } from '../../lexicon/words.ts';
import { detectLanguage } from '../../parse/language.ts';
import type { Corpus } from '../corpus.ts';

/** Stop words from which they alone say the language. */
const SURE = 2;

/**
 * The language a question is asked in, or 'und'. Questions are too short for a detector of languages, but their little
 * words tell: `cómo hacer pan` is Spanish by its first. Between languages that share such a word, the one in which the
 * vault has more notes is likelier.
 */
export function questionLanguage(
  corpus: Pick<Corpus, 'notes'>,
  text: string,
  words: readonly string[],
): string {
  const votes = STEMMED.map((language) => ({
    language,
    count: words.filter((word) => isStopWord(word, language)).length,
    notes: corpus.notes.languages.get(language) ?? 0,
  })).filter(({ count }) => count > 0);
  votes.sort((a, b) => b.count - a.count || b.notes - a.notes);
  const [best, next] = votes;
  if (best && best.count >= SURE && best.count > (next?.count ?? 0)) return best.language;
  const detected = detectLanguage(text);
  if (detected !== 'und') return detected;
  return best && (best.notes > 0 || best.count > (next?.count ?? 0)) ? best.language : 'und';
}
