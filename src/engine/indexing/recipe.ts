import { LEXICON } from '../lexicon/words.ts';
import type { ModelManifest } from '../models/manifest.ts';

/**
 * What the chunks and terms in an index were made by. When it differs from the index's own, every note is read
 * again; vectors of texts that come out the same are kept. Raise the number when parser, chunker or terms change.
 */
export const recipeOf = (model: Pick<ModelManifest, 'id' | 'window'>): string =>
  `4.${LEXICON} ${model.id} ${model.window}`;
