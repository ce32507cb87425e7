/** Lines around a place that are looked for where its own is gone. */
const AROUND = 20;

/** Where a place of a text is after the text was changed: by what stands before and behind it, else by its line. */
export function shifted(before: string, after: string, offset: number): number {
  if (before === after) return offset;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (offset <= head) return offset;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (offset >= before.length - tail) return offset + after.length - before.length;
  return byLine(before, after, offset) ?? head;
}

/** Changed in several places: the nearest line that is still there, the n-th of its like, says how far all has moved. */
function byLine(before: string, after: string, offset: number): number | null {
  const own = startOfLine(before, offset);
  for (let i = 0; i <= 2 * AROUND; i++) {
    const by = i % 2 ? -Math.ceil(i / 2) : i / 2;
    const start = lineFrom(before, own, by);
    if (start === null) continue;
    const line = before.slice(start, endOfLine(before, start));
    if (line.trim().length < 3) continue;
    const there = nth(after, line, count(before, line, start));
    const found = there === null ? null : lineFrom(after, there, -by);
    if (found !== null) return by === 0 ? found + offset - own : found;
  }
  return null;
}

const startOfLine = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Start of the line so many lines further on, or back. */
function lineFrom(text: string, start: number, by: number): number | null {
  let at = start;
  for (let i = 0; i < Math.abs(by); i++) {
    if (by > 0 ? endOfLine(text, at) >= text.length : at === 0) return null;
    at = by > 0 ? endOfLine(text, at) + 1 : startOfLine(text, at - 1);
  }
  return at;
}

/** How many such lines begin before `until`. */
function count(text: string, line: string, until: number): number {
  let n = 0;
  for (let at = next(text, line, 0); at !== null && at < until; at = next(text, line, at + 1)) n++;
  return n;
}

function nth(text: string, line: string, n: number): number | null {
  let at = next(text, line, 0);
  for (let i = 0; i < n && at !== null; i++) at = next(text, line, at + 1);
  return at;
}

function next(text: string, line: string, from: number): number | null {
  for (let at = text.indexOf(line, from); at >= 0; at = text.indexOf(line, at + 1))
    if ((at === 0 || text[at - 1] === '\n') && endOfLine(text, at) === at + line.length) return at;
  return null;
}
