import type { FoundModel } from '../models/catalogue.ts';
import { openEmbeddingTable } from '../models/embedding-table.ts';
import type { ModelManifest } from '../models/manifest.ts';
import { openTokenizerSetup } from './open-tokenizer.ts';
import { createStaticEncoder, openStatic, type StaticSetup } from './static/static-encoder.ts';
import { type Tokenizer, type TokenizerSetup, tokenizerOf } from './tokenizer.ts';

/** What of a model reads texts without running it: measures them, and gives them static vectors. */
export interface TextTools {
  /** Tokens that a passage may have: window less prefix and special tokens. */
  readonly passageBudget: number;
  /** Tokens of a text without prefix and special tokens; cached by word, cheap on the caller's thread. */
  countTokens(text: string): number;
  /** The text's vector of the static tier: signed bytes, its direction only; null where no word of it counts. */
  staticVector(text: string): Int8Array<ArrayBuffer> | null;
}

/** What they are made of, in shared memory; survives `postMessage`, so that every thread has its own tools. */
export interface TextToolsSetup {
  readonly manifest: ModelManifest;
  readonly tokenizer: TokenizerSetup;
  readonly static: StaticSetup;
}

/** Reads what a built model's tools are made of. Throws MODEL_MISSING, MODEL_DAMAGED. */
export function openTextTools(model: Pick<FoundModel, 'manifest' | 'dir'>): TextToolsSetup {
  const table = openEmbeddingTable(model.manifest, model.dir);
  return {
    manifest: model.manifest,
    tokenizer: openTokenizerSetup(model),
    static: openStatic(model, table),
  };
}

/** Tools on one thread. */
export interface OpenTextTools extends TextTools {
  readonly setup: TextToolsSetup;
  readonly tokenizer: Tokenizer;
  /** Which of a vault's counts `staticVector` weighs by now; 0 for none. */
  staticBasis(): number;
}

/** `cacheBytes`: what the words seen may take. */
export function createTextTools(setup: TextToolsSetup, cacheBytes?: number): OpenTextTools {
  const tokenizer = tokenizerOf(setup.tokenizer, cacheBytes);
  const encoder = createStaticEncoder(setup.static);
  return {
    setup,
    tokenizer,
    passageBudget: passageBudget(setup.manifest, tokenizer),
    countTokens: (text) => tokenizer.count(text),
    staticVector: (text) => encoder.encode(tokenizer.encode(text)),
    staticBasis: () => setup.static.basis[0]!,
  };
}

function passageBudget(manifest: ModelManifest, tokenizer: Tokenizer): number {
  const { before, after } = tokenizer;
  return manifest.window - before.length - after.length - tokenizer.count(manifest.prefixes.passage);
}
