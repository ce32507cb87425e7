import { graphemesOf, width } from './width.ts';

/** Scripts that are written without spaces: a line may end after any of their characters. */
const BREAKS_ANYWHERE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\u3000-\u303f\uff00-\uff60]/u;
/** Closing punctuation must not begin a line. */
const STAYS_WITH_LAST = /^[\p{Pe}\p{Pf}\p{Po}]/u;

/**
 * Plain text in lines of at most `columns`, broken at spaces, between the characters of scripts without spaces,
 * and inside a word only when it is longer than a line.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = () => {
    lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const piece of pieces(text)) {
    const wide = width(piece);
    if (used + wide > columns && line.trim()) flush();
    if (piece === ' ' && !line) continue;
    if (wide <= columns) {
      line += piece;
      used += wide;
      continue;
    }
    for (const g of graphemesOf(piece)) {
      const columnsOf = width(g);
      if (used + columnsOf > columns && line) flush();
      line += g;
      used += columnsOf;
    }
  }
  if (line.trim()) flush();
  return lines;
}

/** Spaces, words, and the single characters after which a line may end, in order. */
function* pieces(text: string): Generator<string> {
  let word = '';
  for (const g of graphemesOf(text)) {
    if (g === ' ') {
      if (word) yield word;
      yield g;
      word = '';
    } else if (BREAKS_ANYWHERE.test(g) && !STAYS_WITH_LAST.test(g)) {
      if (word) yield word;
      word = g;
    } else if (word && endsFreely(word) && !STAYS_WITH_LAST.test(g)) {
      yield word;
      word = g;
    } else word += g;
  }
  if (word) yield word;
}

const endsFreely = (word: string): boolean => BREAKS_ANYWHERE.test(word) && !/^[\p{Ps}\p{Pi}]$/u.test(word);
