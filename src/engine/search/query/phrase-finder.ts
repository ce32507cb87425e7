import type { SayingPassage } from '../../store/types.ts';
import type { Corpus } from '../corpus.ts';

/** Where the phrases of one question stand, each looked up once. */
export class PhraseFinder {
  readonly #corpus: Pick<Corpus, 'source'>;
  readonly #passages = new Map<string, readonly SayingPassage[]>();

  constructor(corpus: Pick<Corpus, 'source'>) {
    this.#corpus = corpus;
  }

  passages(phrase: string): readonly SayingPassage[] {
    const known = this.#passages.get(phrase);
    if (known) return known;
    const found = this.#corpus.source.lexical.phrase(phrase);
    this.#passages.set(phrase, found);
    return found;
  }

  /** Notes that say it in a passage, or in a name, a heading or a tag. */
  notes(phrase: string): ReadonlySet<number> {
    const inPassages = this.passages(phrase).map(({ noteId }) => noteId);
    return new Set([...inPassages, ...this.#corpus.source.lexical.phraseInTitles(phrase)]);
  }
}
