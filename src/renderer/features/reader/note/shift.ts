/** Where a place of a text is after the text was changed in one spot. */
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
  return offset >= before.length - tail ? offset + after.length - before.length : head;
}
