/**
 * What may follow '#' in a tag: no blank, no punctuation but '-', '_' and '/'. U+E000 stands for what was masked out of
 * the text before.
 */
const TAG =
  /#([^\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s\uE000、。，！？；：（）「」【】《》“”]+)/y;

/** Length of the tag whose '#' stands at `at`, '#' included; 0 where there is none. Before it must stand a blank. */
export function tagLength(text: string, at: number): number {
  TAG.lastIndex = at;
  const name = TAG.exec(text)?.[1]?.replace(/\/+$/, '');
  // A tag needs a character that is no digit: #1984 is a number, #y1984 a tag.
  return !name || !/[^0-9/]/.test(name) || name.startsWith('/') ? 0 : 1 + name.length;
}

/** What a tag may follow directly: a blank, or nothing at all (`NaN`, as `charCodeAt` gives it). */
export const mayPrecedeTag = (c: number): boolean =>
  c === 32 || c === 9 || c === 10 || c === 0x3000 || c === 0xa0 || Number.isNaN(c);
