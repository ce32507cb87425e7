import { textHash } from '../../../src/engine/base/hash.ts';
import type { Embedder } from '../../../src/engine/embed/embedder.ts';
import type { VectorCache } from './vector-cache.ts';

/** Questions and passages share the cache: the same text has a vector as each. */
const keyOf = (text: string): string => textHash(`question\0${text}`);

/** An embedder whose questions are remembered between runs. */
export function rememberQuestions(embedder: Embedder, cache: VectorCache): Embedder {
  return {
    ...portOf(embedder),
    async embed(texts, options) {
      if (options.kind !== 'query') return embedder.embed(texts, options);
      const keyed = new Map(texts.map((text) => [keyOf(text), text]));
      await cache.fill(keyed, async () => embedder, undefined, 'query');
      return texts.map((text) => cache.get(keyOf(text)) ?? null);
    },
  };
}

/** The port's members by name: an embedder is a class, and spreading one would lose its methods. */
function portOf(embedder: Embedder): Embedder {
  return {
    model: embedder.model,
    queryMean: embedder.queryMean,
    passageBudget: embedder.passageBudget,
    embed: (texts, options) => embedder.embed(texts, options),
    countTokens: (text) => embedder.countTokens(text),
    staticVector: (text) => embedder.staticVector(text),
    pause: () => embedder.pause(),
    resume: () => embedder.resume(),
    close: () => embedder.close(),
  };
}
