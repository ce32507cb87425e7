import type { QueryEmbedder } from '../meaning.ts';
import type { Nearness } from './sentences.ts';

/**
 * How near a sentence is to a question by the model's word table: microseconds a sentence, where the model itself would
 * take milliseconds. Without a table nothing can be said.
 */
export function nearnessTo(question: string, embedder: QueryEmbedder | null): Nearness {
  const asked = embedder?.staticVector?.(question) ?? null;
  if (!embedder?.staticVector || !asked) return () => null;
  const { staticVector } = embedder;
  return (text) => {
    const vector = staticVector.call(embedder, text);
    return vector && cosine(asked, vector);
  };
}

function cosine(a: Int8Array, b: Int8Array): number {
  let [dot, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    squaresA += a[i]! * a[i]!;
    squaresB += b[i]! * b[i]!;
  }
  return squaresA > 0 && squaresB > 0 ? dot / Math.sqrt(squaresA * squaresB) : 0;
}
