import { fold } from '../../common/text.ts';
import { STEMMED, stemmerOf, stemOf } from '../lexicon/words.ts';

/**
 * How text enters the word index, and how a word becomes a query of it. Words enter by the stem that the language of
 * their note gives them; forms that differ from it stand in a column of their own, for words that are still being
 * typed. Scripts written without spaces are cut into overlapping pairs of characters, each run ending in its last
 * character alone: 深度学习 → 深度 度学 学习 习. A pair is then a word, a longer string a phrase, and a single character
 * the beginning of a word. Half the size of a trigram index, which could not find one or two characters at all.
 */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

const ASCII = /^[\0-\x7f]*$/;

const WORD_CHARACTER = /[\p{L}\p{N}\p{Co}]/u;
/** What the tokenizer takes for one word. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
/** The same where no other letters stand, as in most folded texts; shorter ones are their own stems. */
const ASCII_WORD = /[a-z0-9]{4,}/g;
const BEYOND_ASCII = /[[\p{L}\p{N}\p{M}\p{Co}]--[\0-\x7f]]/v;

/** Words longer than this are data (keys, base64), not language: they are neither indexed whole nor asked for. */
const LONGEST_WORD = 128;

/** Runs up to this many characters are asked for as they stand; longer ones are sentences, and any pair may match. */
const LONGEST_PHRASE = 4;

export interface IndexText {
  /** Folded and stemmed, runs without spaces in pairs. */
  readonly text: string;
  /** The folded words that are not their own stems, each once. */
  readonly forms: Iterable<string>;
}

/** What the index holds in place of `text`, whose words are of `language`. */
export function indexText(text: string, language: string): IndexText {
  const forms = new Set<string>();
  const plain = normalised(text);
  const latin = !BEYOND_ASCII.test(plain);
  if (!STEMMED.includes(language)) return { text: latin ? plain : inPairs(plain), forms };
  const stemmer = stemmerOf(language);
  const stemmed = plain.replace(latin ? ASCII_WORD : WORD, (word) => {
    const stem = stemmer(word);
    if (stem !== word) forms.add(word);
    return stem;
  });
  return { text: latin ? stemmed : inPairs(stemmed), forms };
}

const inPairs = (text: string): string => text.replace(SPACELESS, (run) => ` ${pairs(run, true).join(' ')} `);

/** A word of a question in the syntax of FTS5. Any of the alternatives may match. */
export interface WordQuery {
  /** Finds its forms. */
  readonly expression: string;
  /** Finds also longer words that begin with it, among stems and forms; absent where that says nothing more. */
  readonly prefix?: string;
  /** Characters that a longer word would have to begin with. */
  readonly length: number;
}

/**
 * What to ask the index for a word in notes of these languages; nothing where it holds nothing that is indexed. Any
 * string is safe.
 */
export function wordQueries(word: string, languages: readonly string[]): WordQuery[] {
  const parts: WordQuery[] = [];
  const text = normalised(word);
  let sentence = false;
  let at = 0;
  for (const run of text.matchAll(SPACELESS)) {
    parts.push(...spaced(text.slice(at, run.index), languages), ...runQueries(run[0]));
    sentence ||= run[0].length > LONGEST_PHRASE;
    at = run.index + run[0].length;
  }
  parts.push(...spaced(text.slice(at), languages));
  return sentence || parts.length < 2 ? parts : [together(parts)];
}

/** What to ask the index for words one after the other; null where nothing of it is indexed. */
export function phraseQuery(phrase: string, languages: readonly string[]): string | null {
  const variants = languages.map((language) => {
    const { text } = indexText(phrase, language);
    // A run's last character stands alone only where the run ends: after a phrase, it may go on.
    return text.trim().replace(SPACELESS_LAST, '$1');
  });
  const asked = [...new Set(variants)].filter((text) => WORD_CHARACTER.test(text));
  // As in `runQueries`: a character by itself begins the pair that it is the first of.
  const open = (text: string) => (SPACELESS_ALONE.test(text) ? `${quoted(text)}*` : quoted(text));
  return asked.length === 0 ? null : anyOf(asked.map(open));
}

/** The single character that ends a run of pairs at the end of a text. */
const SPACELESS_LAST = new RegExp(
  `(${SPACELESS.source.replace(/\+$/, '{2}')}) ${SPACELESS.source.replace(/\+$/, '')}$`,
  'u',
);

const SPACELESS_ALONE = new RegExp(`(?:^|[ ])${SPACELESS.source.replace(/\+$/, '')}$`, 'u');

// Compatibility forms first: full-width letters, ligatures from PDFs. NUL would end SQLite's query string.
const normalised = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase().replaceAll('\0', ' ')
    : fold(text.normalize('NFKC')).replaceAll('\0', ' ');

function pairs(run: string, closed: boolean): string[] {
  const characters = [...run];
  const all = characters.slice(0, -1).map((c, i) => c + characters[i + 1]!);
  return closed ? [...all, characters.at(-1)!] : all;
}

function spaced(part: string, languages: readonly string[]): WordQuery[] {
  if (!WORD_CHARACTER.test(part) || part.length > LONGEST_WORD) return [];
  const stems = languages.map((language) => part.replace(WORD, (word) => stemOf(word, language)));
  const expression = anyOf([...new Set(stems)].map(quoted));
  const open = WORD_CHARACTER.test(part.slice(-1));
  return [{ expression, length: part.length, ...(open ? { prefix: `${quoted(part)}*` } : {}) }];
}

function runQueries(run: string): WordQuery[] {
  const length = [...run].length;
  // A single character begins the pair that it is the first of, or stands alone at the end of its run.
  if (length === 1) return [{ expression: `${quoted(run)}*`, length }];
  if (length <= LONGEST_PHRASE) return [{ expression: quoted(pairs(run, false).join(' ')), length }];
  const distinct = new Set(pairs(run.slice(0, LONGEST_WORD).toWellFormed(), false));
  return [...distinct].map((pair) => ({ expression: quoted(pair), length: 2 }));
}

/** A word of several scripts, such as GPT模型: all of its parts have to be there. */
function together(parts: readonly WordQuery[]): WordQuery {
  const all = (last: (part: WordQuery) => string) =>
    `(${parts.map((part, i) => (i === parts.length - 1 ? last(part) : part.expression)).join(' AND ')})`;
  const { prefix, length } = parts.at(-1)!;
  return { expression: all((p) => p.expression), length, ...(prefix ? { prefix: all(() => prefix) } : {}) };
}

const anyOf = (expressions: readonly string[]): string =>
  expressions.length === 1 ? expressions[0]! : `(${expressions.join(' OR ')})`;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
