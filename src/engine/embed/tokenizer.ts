import { Tokenizer as Library } from '@huggingface/tokenizers';
import { Unigram, type UnigramVocabulary } from './unigram.ts';
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

/**
 * The tokenizer of a model from its parsed tokenizer.json and tokenizer_config.json: the ids of
 * `@huggingface/tokenizers`, word by word through a cache.
 */
export function createTokenizer(json: TokenizerJson, config: object, cacheBytes = CACHE_BYTES): Tokenizer {
  const { encodeWord, before, after } =
    json.model.type === 'Unigram' ? unigram(json, config) : library(json, config);
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
function library(json: TokenizerJson, config: object): Engine {
  const whole = new Library(json, config);
  return {
    encodeWord: (word) => whole.encode(word, { add_special_tokens: false }).ids,
    ...specialTokens(whole),
  };
}

/**
 * Unigram: the library normalises and splits, our own model segments. The library's takes 240 MB and a second to
 * build for 250,000 pieces, so it gets a vocabulary of one.
 */
function unigram(json: TokenizerJson, config: object): Engine {
  const frame = new Library(
    { ...json, model: { type: 'Unigram', vocab: [['<unk>', 0]], unk_id: 0, byte_fallback: false } },
    config,
  );
  const { normalizer, pre_tokenizer } = frame;
  const added = new Map<string, number>();
  for (const { content } of json.added_tokens) added.set(content, frame.token_to_id(content)!);
  const model = new Unigram(json.model as unknown as UnigramVocabulary, added);
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
