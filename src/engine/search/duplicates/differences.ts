import { diffArrays } from 'diff';
import { graphemeFloor } from '../../../common/text.ts';
import type { Difference } from '../../../contract/duplicates.ts';

/** Words, numbers, single characters of scripts without blanks, and other signs; blanks are no difference. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;
/** Differences with at most so many equal words between them are one: a sentence reworded is not ten changes. */
const BETWEEN = 2;
const MOST = 40;
/** Characters shown of a piece. */
const SHOWN = 400;
/** Texts that differ in more words than this, or take longer (ms), are compared by lines. */
const MOST_EDITS = 1000;
const TIMEOUT = 150;
/** Milliseconds for lines: when these take longer, all of both differs. */
const TIMEOUT_LINES = 500;
/** Tokens above which words are not tried. */
const MOST_TOKENS = 60_000;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Change {
  /** Half-open ranges of tokens. */
  readonly a: [number, number];
  readonly b: [number, number];
}

export interface Differences {
  readonly differences: Difference[];
  readonly more: boolean;
}

/** What two texts differ in, in order: spans into each. White space makes no difference. */
export function differencesOf(a: string, b: string): Differences {
  const byWords = [tokens(a, TOKEN), tokens(b, TOKEN)] as const;
  const changes =
    byWords[0].length + byWords[1].length > MOST_TOKENS ? null : changesOf(...byWords, BETWEEN, TIMEOUT);
  if (changes) return toDifferences(a, b, ...byWords, changes);
  const byLines = [tokens(a, /[^\n]*\S[^\n]*/gu), tokens(b, /[^\n]*\S[^\n]*/gu)] as const;
  return toDifferences(a, b, ...byLines, changesOf(...byLines, 0, TIMEOUT_LINES) ?? [whole(...byLines)]);
}

const tokens = (text: string, pattern: RegExp): Token[] =>
  Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    text: found.trim(),
    start: index,
    end: index + found.length,
  }));

const whole = (a: readonly Token[], b: readonly Token[]): Change => ({ a: [0, a.length], b: [0, b.length] });

/** Null when it would take too long. */
function changesOf(
  a: readonly Token[],
  b: readonly Token[],
  between: number,
  timeout: number,
): Change[] | null {
  const parts = diffArrays(
    a.map(({ text }) => text),
    b.map(({ text }) => text),
    { maxEditLength: MOST_EDITS, timeout },
  );
  if (!parts) return null;
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of parts) {
    const [from, to] = [i, j];
    if (!added) i += count;
    if (!removed) j += count;
    if (!added && !removed) continue;
    const last = changes.at(-1);
    if (last && from - last.a[1] <= between && to - last.b[1] <= between) {
      last.a[1] = i;
      last.b[1] = j;
    } else changes.push({ a: [from, i], b: [to, j] });
  }
  return changes;
}

function toDifferences(
  a: string,
  b: string,
  aTokens: readonly Token[],
  bTokens: readonly Token[],
  changes: readonly Change[],
): Differences {
  const differences = changes.slice(0, MOST).map((change) => ({
    a: piece(a, aTokens, change.a),
    b: piece(b, bTokens, change.b),
  }));
  return { differences, more: changes.length > MOST };
}

function piece(text: string, tokens: readonly Token[], [from, to]: readonly [number, number]) {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (to <= from || !first || !last) return null;
  const end = last.end - first.start > SHOWN ? graphemeFloor(text, first.start + SHOWN) : last.end;
  return { start: first.start, end: last.end, text: text.slice(first.start, end) };
}
