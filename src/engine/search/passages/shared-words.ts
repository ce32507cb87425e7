import type { Span } from '../../../common/span.ts';
import { visitWords } from '../../lexicon/terms.ts';
import type { Corpus } from '../corpus.ts';
import { marker } from '../snippets/marks.ts';

/** Different words that are marked: more would be a coloured page. */
const MOST_MARKED = 12;
/** A word that is this much less rare than the rarest that both say tells nothing beside it. */
const WORTH_MARKING = 0.45;

/** Words of a text that tell it from others, as written, the rarest first. */
export function tellingWords(corpus: Pick<Corpus, 'words'>, text: string, language: string): string[] {
  return [...tellingTerms(corpus, text, language)]
    .sort(([a], [b]) => corpus.words.idfOf(b) - corpus.words.idfOf(a))
    .map(([, written]) => written);
}

/** Where another text says telling words of this one, in whatever form. */
export function sharedWords(
  corpus: Pick<Corpus, 'words'>,
  text: string,
  language: string,
): (other: string, language: string) => Span[] {
  const own = tellingTerms(corpus, text, language);
  return (other, otherLanguage) => {
    const shared = new Map<string, string>();
    visitWords(other, otherLanguage, ({ term, written }) => {
      if (own.has(term)) shared.set(term, written);
    });
    const rarest = [...shared]
      .map(([term, written]) => ({ written, rarity: corpus.words.idfOf(term) }))
      .sort((a, b) => b.rarity - a.rarity)
      .slice(0, MOST_MARKED);
    const words = rarest
      .filter(({ rarity }) => rarity >= rarest[0]!.rarity * WORTH_MARKING)
      .map(({ written }) => written);
    if (words.length === 0) return [];
    const marks = marker({ words, phrases: [], typing: false }, otherLanguage)(other);
    return marks.map(({ start, end }) => ({ start, end }));
  };
}

/** Terms that are not in a large part of all notes, and how the text writes them. */
function tellingTerms({ words }: Pick<Corpus, 'words'>, text: string, language: string): Map<string, string> {
  const terms = new Map<string, string>();
  visitWords(text, language, ({ term, written }) => {
    if (!terms.has(term) && !words.isCommon(term)) terms.set(term, written);
  });
  return terms;
}
