import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PortolanError, reasonOf } from '../../common/errors.ts';
import type { FoundModel } from '../models/catalogue.ts';
import { type Tokenizer, type TokenizerSetup, tokenizerOf, tokenizerSetup } from './tokenizer.ts';

type Built = Pick<FoundModel, 'manifest' | 'dir'>;

/** What the tokenizer of a built model is made of. Throws MODEL_DAMAGED. */
export function openTokenizerSetup({ manifest, dir }: Built): TokenizerSetup {
  const read = (name: string) => JSON.parse(readFileSync(join(dir, name), 'utf8'));
  try {
    return tokenizerSetup(read(manifest.tokenizer.json.path), read(manifest.tokenizer.config.path));
  } catch (cause) {
    const reason = `its tokenizer cannot be read: ${reasonOf(cause)}`;
    throw new PortolanError('MODEL_DAMAGED', { model: manifest.id, path: dir, reason }, { cause });
  }
}

/** The tokenizer of a built model. Throws MODEL_DAMAGED. */
export const openTokenizer = (model: Built): Tokenizer => tokenizerOf(openTokenizerSetup(model));
