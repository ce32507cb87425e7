import type { ModelManifest } from '../../models/manifest.ts';
import type { Corpus } from '../corpus.ts';
import { type SearchWeights, UNLEARNT_MEANING } from '../weights.ts';

/**
 * Weights for a question in a language: what a model makes of a language that it has not learnt is worth little beside
 * words. A question whose language is not known is taken to be in the one that most notes are written in.
 */
export function weightsIn(
  language: string,
  learnt: ModelManifest['languages'],
  { notes }: Pick<Corpus, 'notes'>,
  weights: SearchWeights,
): SearchWeights {
  if (learnt === 'multilingual') return weights;
  const asked = language === 'und' ? mostWritten(notes.languages) : language;
  return asked === learnt || asked === undefined
    ? weights
    : { ...weights, meaning: weights.meaning * UNLEARNT_MEANING };
}

function mostWritten(languages: ReadonlyMap<string, number>): string | undefined {
  const known = [...languages].filter(([language]) => language !== 'und');
  return known.sort(([, a], [, b]) => b - a)[0]?.[0];
}
