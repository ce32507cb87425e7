import { fold } from '../../common/text.ts';

/**
 * How text enters the word index, and how a word becomes a query of it. Scripts written without spaces are cut into
 * overlapping pairs of characters, each run ending in its last character alone: 深度学习 → 深度 度学 学习 习. A pair is
 * then a word, a longer string a phrase, and a single character the beginning of a word. Half the size of a trigram
 * index, which could not find one or two characters at all.
 */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

const ASCII = /^[\0-\x7f]*$/;

const WORD_CHARACTER = /[\p{L}\p{N}\p{Co}]/u;

/** Words longer than this are data (keys, base64), not language: they are neither indexed whole nor asked for. */
const LONGEST_WORD = 128;

/** Runs up to this many characters are asked for as they stand; longer ones are sentences, and any pair may match. */
const LONGEST_PHRASE = 4;

/** The text that the index holds in place of `text`: folded, runs without spaces in pairs. */
export function indexText(text: string): string {
  return normalised(text).replace(SPACELESS, (run) => ` ${pairs(run, true).join(' ')} `);
}

/** A word of a question in the syntax of FTS5. Any of the alternatives may match. */
export interface WordQuery {
  readonly expression: string;
  /** The same for longer words that begin with it; absent where that says nothing more. */
  readonly prefix?: string;
  /** Characters that a longer word would have to begin with. */
  readonly length: number;
}

/** What to ask the index for a word; nothing where it holds nothing that is indexed. Any string is safe. */
export function wordQueries(word: string): WordQuery[] {
  const parts: WordQuery[] = [];
  const text = normalised(word);
  let sentence = false;
  let at = 0;
  for (const run of text.matchAll(SPACELESS)) {
    parts.push(...spaced(text.slice(at, run.index)), ...runQueries(run[0]));
    sentence ||= run[0].length > LONGEST_PHRASE;
    at = run.index + run[0].length;
  }
  parts.push(...spaced(text.slice(at)));
  return sentence || parts.length < 2 ? parts : [together(parts)];
}

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

function spaced(part: string): WordQuery[] {
  if (!WORD_CHARACTER.test(part) || part.length > LONGEST_WORD) return [];
  const expression = quoted(part);
  const open = WORD_CHARACTER.test(part.slice(-1));
  return [{ expression, length: part.length, ...(open ? { prefix: `${expression}*` } : {}) }];
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

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
