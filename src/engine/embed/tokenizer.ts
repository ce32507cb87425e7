import { Tokenizer as Library } from '@huggingface/tokenizers';
import { Unigram, type UnigramTables, type UnigramVocabulary, unigramTables } from './unigram.ts';
import { WordCache } from './word-cache.ts';
import { words } from './words.ts';

/** What is read of a parsed tokenizer.json; the library checks the rest. */
export interface TokenizerJson {
  readonly model: { readonly type?: string };
  readonly added_tokens: readonly { readonly content: string; readonly normalized?: boolean }[];
  readonly normalizer: unknown;
  readonly pre_tokenizer: unknown;
}

export interface Tokenizer {
  /** Ids without special tokens. Stops at `max` tokens, having read little more text than they need. */
  encode(text: string, max?: number): number[];
  /** Number of tokens without special tokens. */
  count(text: string): number;
  /** The special tokens that stand before and after a single text. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

const CACHE_BYTES = 16 << 20;
/** Longer words (in CJK: sentences) seldom come again: not cached. */
const LONGEST_CACHED = 256;

/** Everything a tokenizer is made of; survives `postMessage`. A Unigram vocabulary lies in shared memory. */
export interface TokenizerSetup {
  readonly json: TokenizerJson;
  readonly config: object;
  readonly unigram?: UnigramTables;
}

/** From parsed tokenizer.json and tokenizer_config.json. */
export function tokenizerSetup(json: TokenizerJson, config: object): TokenizerSetup {
  if (json.model.type !== 'Unigram') return { json, config };
  // The library's own segmentation takes 240 MB and a second to build for 250,000 pieces: it gets a vocabulary of one.
  const model = { type: 'Unigram', vocab: [['<unk>', 0]], unk_id: 0, byte_fallback: false };
  const frame = { ...json, model };
  const ids = addedIds(new Library(frame, config), json);
  return {
    json: frame,
    config,
    unigram: unigramTables(json.model as unknown as UnigramVocabulary, ids),
  };
}

/**
 * The tokenizer of a model from its parsed tokenizer.json and tokenizer_config.json: the ids of
 * `@huggingface/tokenizers`, word by word through a cache.
 */
export const createTokenizer = (json: TokenizerJson, config: object, cacheBytes = CACHE_BYTES): Tokenizer =>
  tokenizerOf(tokenizerSetup(json, config), cacheBytes);

/** `createTokenizer` from a setup that other threads may share. */
export function tokenizerOf(
  { json, config, unigram: tables }: TokenizerSetup,
  cacheBytes = CACHE_BYTES,
): Tokenizer {
  const whole = new Library(json, config);
  const { encodeWord, before, after } = tables ? unigram(whole, json, tables) : library(whole);
  const cache = new WordCache(cacheBytes);
  const idsOf = (word: string): readonly number[] => {
    if (word.length > LONGEST_CACHED) return encodeWord(word);
    let ids = cache.get(word);
    if (ids === undefined) {
      ids = encodeWord(word);
      cache.set(flat(word), ids);
    }
    return ids;
  };
  return {
    before,
    after,
    encode(text, max = Infinity) {
      const out: number[] = [];
      for (const word of words(text)) {
        for (const id of idsOf(word)) out.push(id);
        if (out.length >= max) break;
      }
      if (out.length > max) out.length = max;
      return out;
    },
    count(text) {
      let n = 0;
      for (const word of words(text)) n += idsOf(word).length;
      return n;
    },
  };
}

interface Engine {
  readonly encodeWord: (word: string) => readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Any tokenizer that the library knows and whose words are independent: WordPiece. */
function library(whole: Library): Engine {
  return {
    encodeWord: (word) => whole.encode(word, { add_special_tokens: false }).ids,
    ...specialTokens(whole),
  };
}

/** Unigram: the library normalises and splits, our own model segments. */
function unigram(frame: Library, json: TokenizerJson, tables: UnigramTables): Engine {
  const { normalizer, pre_tokenizer } = frame;
  const added = addedIds(frame, json);
  const model = new Unigram(tables);
  const special = splitter([...added.keys()]);
  const encodeWord = (word: string): number[] => {
    const out: number[] = [];
    for (const section of special(word)) {
      const id = added.get(section);
      if (id !== undefined) {
        out.push(id);
        continue;
      }
      const normal = normalizer ? normalizer.normalize(section) : section;
      for (const piece of pre_tokenizer ? pre_tokenizer.pre_tokenize(normal) : [normal])
        model.encode(piece, out);
    }
    return out;
  };
  return { encodeWord, ...specialTokens(frame) };
}

const addedIds = (frame: Library, { added_tokens }: TokenizerJson): Map<string, number> =>
  new Map(added_tokens.map(({ content }) => [content, frame.token_to_id(content)!]));

/** Cuts a text so that each added token in it stands alone; the leftmost, then the longest wins. */
function splitter(contents: readonly string[]): (text: string) => readonly string[] {
  if (contents.length === 0) return (text) => [text];
  const longestFirst = contents.toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${longestFirst.map((c) => literal(c)).join('|')})`);
  return (text) => text.split(pattern).filter((section) => section !== '');
}

/** The ids that the post-processor puts around one text. */
function specialTokens(tokenizer: Library): { before: number[]; after: number[] } {
  const text = '\0';
  const processor = tokenizer.post_processor;
  const tokens = processor ? processor.post_process([text], null, true).tokens : [text];
  const ids = (part: string[]) => part.map((token) => tokenizer.token_to_id(token)!);
  const at = tokens.indexOf(text);
  return { before: ids(tokens.slice(0, at)), after: ids(tokens.slice(at + 1)) };
}

/** A copy that does not keep the whole note alive: a slice refers to the string it was cut from. */
const flat = (word: string): string =>
  word.length < 13 ? word : Buffer.from(word, 'utf16le').toString('utf16le');

const literal = (s: string): string => s.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
