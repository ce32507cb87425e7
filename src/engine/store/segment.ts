import { fold } from '../../common/text.ts';

/**
 * How text enters the word index, and how a word becomes a query of it. Scripts written without spaces are cut into
 * overlapping pairs of characters, each run ending in its last character alone: 深度学习 → 深度 度学 学习 习. A pair is
 * then a word, a longer string a phrase, and a single character the beginning of a word. Half the size of a trigram
 * index, which could not find one or two characters at all.
 */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

const WORD_CHARACTER = /[\p{L}\p{N}\p{Co}]/u;

/** Words longer than this are data (keys, base64), not language: they are neither indexed whole nor asked for. */
const LONGEST_WORD = 128;

/** Runs up to this many characters are asked for as they stand; longer ones are sentences, and any pair may match. */
const LONGEST_PHRASE = 4;

/** The text that the index holds in place of `text`: folded, runs without spaces in pairs. */
export function indexText(text: string): string {
  return normalised(text).replace(SPACELESS, (run) => ` ${pairs(run, true).join(' ')} `);
}

/**
 * A word of a question as an expression of FTS5, or null where it holds nothing that is indexed. With `prefix`,
 * longer words that begin with it match too. Any string is safe.
 */
export function wordQuery(word: string, prefix: boolean): string | null {
  const parts: string[] = [];
  const text = normalised(word);
  let at = 0;
  for (const run of text.matchAll(SPACELESS)) {
    parts.push(...spaced(text.slice(at, run.index), false));
    parts.push(runQuery(run[0]));
    at = run.index + run[0].length;
  }
  parts.push(...spaced(text.slice(at), prefix));
  return parts.length === 0 ? null : parts.length === 1 ? parts[0]! : `(${parts.join(' AND ')})`;
}

// Compatibility forms first: full-width letters, ligatures from PDFs. NUL would end SQLite's query string.
const normalised = (text: string): string => fold(text.normalize('NFKC')).replaceAll('\0', ' ');

function pairs(run: string, closed: boolean): string[] {
  const characters = [...run];
  const all = characters.slice(0, -1).map((c, i) => c + characters[i + 1]!);
  return closed ? [...all, characters.at(-1)!] : all;
}

function spaced(part: string, prefix: boolean): string[] {
  if (!WORD_CHARACTER.test(part) || part.length > LONGEST_WORD) return [];
  return [quoted(part) + (prefix && WORD_CHARACTER.test(part.slice(-1)) ? '*' : '')];
}

function runQuery(run: string): string {
  const characters = [...run];
  if (characters.length === 1) return `${quoted(run)}*`;
  if (characters.length <= LONGEST_PHRASE) return quoted(pairs(run, false).join(' '));
  const distinct = [...new Set(pairs(characters.slice(0, LONGEST_WORD).join(''), false))];
  return `(${distinct.map(quoted).join(' OR ')})`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
