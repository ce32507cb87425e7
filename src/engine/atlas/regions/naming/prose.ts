/** What a person has written of a text: without addresses, paths, keys, formulas and lines of code. */

/** Addresses, file names and paths, mail, hexadecimal keys, commands of formulas, names of code, dates. */
const NOT_PROSE = new RegExp(
  [
    String.raw`\b[a-z][a-z0-9+.-]*://\S+`,
    String.raw`\bwww\.\S+`,
    String.raw`\S+@\S+\.\S+`,
    String.raw`\$[^$\n]{1,400}\$`,
    String.raw`\\[a-zA-Z]+`,
    String.raw`\b[0-9a-f]{7,}\b`,
    String.raw`\S*[\p{L}\p{N}]_[\p{L}\p{N}_]\S*`,
    String.raw`\b\p{L}+\([^)\n]{0,80}\)`,
    String.raw`(?:[\w.~-]*/){2,}[\w.~-]*`,
    String.raw`\b[\p{L}\p{N}-]+\.[a-z]{2,5}\b(?:/\S*)?`,
    String.raw`\b\d[\d.:/-]*\p{L}*\b`,
  ].join('|'),
  'gu',
);

const CODE_START =
  /^\s*(?:import\b.*\bfrom\b|from \S+ import\b|(?:const|let|var|export|return|public|private|static|def|class|func|fn|function|select|insert|#include|package|npm|npx|pip|git|sudo|curl|cd|docker|brew|yarn|pnpm)\s|[$>#@<]\s?\w+[^.]*$|\w+\s*[:=]\s*["'{[(])/;
const CODE_END = /[;{}=\\]\s*$|\)\s*[{:]\s*$/;
const SYMBOLS = /[{}()[\];=<>|&*/\\_^~`$%#+]/g;
/** Share of a line that may be signs of code. */
const MOST_SYMBOLS = 0.08;

/** A line of a plain text without what is not prose; empty for a line of code. */
export function proseOf(line: string): string {
  const prose = line.replace(NOT_PROSE, ' \u0000 ');
  const bare = prose.trim();
  if (bare.length === 0) return '';
  if (CODE_START.test(line) || CODE_END.test(line)) return '';
  const symbols = bare.match(SYMBOLS)?.length ?? 0;
  return symbols > Math.max(2, MOST_SYMBOLS * bare.length) ? '' : prose;
}
