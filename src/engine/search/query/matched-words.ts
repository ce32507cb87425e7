import { fold } from '../../../common/text.ts';
import { terms as termsOf } from '../../lexicon/terms.ts';
import { stemmerOf } from '../../lexicon/words.ts';
import type { NoteRecord } from '../../store/types.ts';
import type { Corpus } from '../corpus.ts';

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const DENSE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Words of the question that the note says in whatever form, as they were written in the question. */
export function matchedWords(
  corpus: Corpus,
  record: NoteRecord,
  passages: readonly { text: string; headingPath: readonly string[] }[],
  written: readonly string[],
  typing: boolean,
): string[] {
  const slot = corpus.notes.slotOf(record.id) ?? -1;
  const stemmed = stemmerOf(record.language);
  const shown = [record.title, ...record.aliases, ...passages.flatMap((p) => [...p.headingPath, p.text])];
  const text = fold(shown.join('\n').normalize('NFKC'));
  const words = new Set(text.match(WORD)?.flatMap((word) => [word, stemmed(word)]));
  // Of scripts without blanks between words, terms are pairs of characters, which stand within a run.
  const says = (term: string) => corpus.words.holds(slot, term) || words.has(term) || isWithin(text, term);
  return written.filter((word, i) => {
    const plain = fold(word.normalize('NFKC'));
    const terms = termsOf(word, record.language);
    if (terms.length > 0 ? terms.every(says) : words.has(plain)) return true;
    if (!typing || i < written.length - 1) return false;
    for (const said of words) if (said.startsWith(plain)) return true;
    return false;
  });
}

const isWithin = (text: string, term: string): boolean => DENSE.test(term) && text.includes(term);
