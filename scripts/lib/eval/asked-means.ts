import type { Embedder } from '../../../src/engine/embed/embedder.ts';
import { type TitledNote, titlesAsked } from '../../../src/engine/search/titles-asked.ts';
import { QuestionMeans, QuestionSums } from '../../../src/engine/search/vectors/question-means.ts';

/** What a note was called before its title was hidden. */
export interface TitledPage extends TitledNote {
  readonly headings: readonly string[];
}

/**
 * The means that a vault's questions are centred by, made as the product makes them. The function gives the one of a
 * question in a language, without the question itself: what is asked has no part in what is taken off it.
 */
export async function meansWithout(
  pages: readonly TitledPage[],
  embedder: Pick<Embedder, 'embed' | 'queryMean'>,
): Promise<(text: string, language: string) => Float32Array> {
  const titles = titlesAsked(pages, ({ headings }) => headings);
  const vectors = new Map<string, Float32Array>();
  const sums = new QuestionSums();
  for (const [language, texts] of titles) {
    const found = await embedder.embed(texts, { kind: 'query', priority: 'background' });
    for (const [i, text] of texts.entries()) {
      const vector = found[i];
      if (!vector) continue;
      vectors.set(text, vector);
      sums.add(language, vector);
    }
  }
  return (text, language) => {
    const vector = vectors.get(text);
    const own = vector ? [...titles].filter(([, texts]) => texts.includes(text)) : [];
    for (const [of] of own) sums.add(of, vector!, -1);
    const mean = new QuestionMeans(sums.sums).of(language, embedder.queryMean);
    for (const [of] of own) sums.add(of, vector!);
    return mean;
  };
}
