const NAME = /<\/?(?:[A-Za-z][\w.:-]*)?/y;
const LONGEST_TAG = 20_000;

/**
 * End of the JSX tag that starts at `at` (`<Card title={f({a: 1})}>`, `</Card>`, `<>`), or -1 where it is no tag.
 * Braces and quotes inside are balanced; a tag may go over several lines.
 */
export function findJsx(text: string, at: number): number {
  NAME.lastIndex = at;
  const name = NAME.exec(text);
  if (!name) return -1;
  let pos = NAME.lastIndex;
  const after = text[pos];
  if (after === undefined || !/[\s/>{]/.test(after)) return -1;
  let depth = 0;
  for (const limit = Math.min(text.length, at + LONGEST_TAG); pos < limit; pos++) {
    const c = text[pos];
    if (c === '{') depth++;
    else if (c === '}') {
      if (--depth < 0) return -1;
    } else if (c === '"' || c === "'" || (c === '`' && depth > 0)) {
      pos = text.indexOf(c, pos + 1);
      if (pos < 0) return -1;
    } else if (depth === 0) {
      if (c === '>') return pos + 1;
      if (c === '<') return -1;
    }
  }
  return -1;
}
