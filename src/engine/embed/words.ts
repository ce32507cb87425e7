/** Words longer than this many UTF-16 units are cut, so that one "word" of 2 MB is work in small pieces. */
export const LONGEST_WORD = 4096;

/** How far back from the limit a better place to cut is looked for. */
const LOOK_BACK = 256;

const BREAK = /[^\p{L}\p{M}\p{N}\p{Cs}](?=[\p{L}\p{N}])/gu;

/**
 * White space at which every tokenizer we run splits before anything else, so that the pieces between are
 * independent. Narrower than `\s`: U+FEFF, vertical tab and form feed are *deleted* by BERT's normaliser and join
 * what stands beside them.
 */
function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 32 || unit === 10 || unit === 9 || unit === 13;
  if (unit === 0xa0 || unit === 0x3000) return true;
  if (unit < 0x1680 || unit > 0x205f) return false;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f
  );
}

/** The words of a text in order, split at white space, overlong ones cut after punctuation where there is any. */
export function* words(text: string): Generator<string> {
  const n = text.length;
  let at = 0;
  while (at < n) {
    while (at < n && isSpace(text.charCodeAt(at))) at++;
    let end = at;
    while (end < n && !isSpace(text.charCodeAt(end))) end++;
    while (end - at > LONGEST_WORD) {
      const cut = cutAt(text, at + LONGEST_WORD);
      yield text.slice(at, cut);
      at = cut;
    }
    if (end > at) yield text.slice(at, end);
    at = end;
  }
}

/** The best place at or shortly before `limit` to cut; never inside a surrogate pair. */
function cutAt(text: string, limit: number): number {
  let cut = -1;
  const from = limit - LOOK_BACK;
  for (const match of text.slice(from, limit).matchAll(BREAK)) cut = from + match.index + match[0].length;
  if (cut > from) return cut;
  const last = text.charCodeAt(limit - 1);
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
}
