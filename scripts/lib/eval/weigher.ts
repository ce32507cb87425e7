import { weighBy } from '../../../src/engine/embed/static/static-encoder.ts';
import type { OpenTextTools } from '../../../src/engine/embed/text-tools.ts';

/** Weighs the tokens of a model that does not say what they weigh by how often texts say them. */
export function weigherOf({
  setup,
  tokenizer,
}: OpenTextTools): ((texts: Iterable<string>) => void) | undefined {
  if (setup.manifest.static.weights) return undefined;
  return (texts) => {
    const counts = new Uint32Array(setup.static.weights.length);
    for (const text of texts) for (const id of tokenizer.encode(text)) counts[id]!++;
    weighBy(setup.static, { id: 0, counts });
  };
}
