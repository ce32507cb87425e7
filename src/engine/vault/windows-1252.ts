/** What windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F; U+FFFD where it has nothing. */
const C1 =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd' +
  '\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178';

/** Bytes in windows-1252 as text: one character per byte. */
export const decodeWindows1252 = (bytes: Buffer): string =>
  // Not TextDecoder: some versions of Node read 0x80 to 0x9F as Latin-1.
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (c) => C1[c.charCodeAt(0) - 0x80]!);

/** How a UTF-8 lead byte and a continuation byte look when each was read as a windows-1252 character. */
const TRAIL = `\\xa0-\\xbf${C1.replaceAll('\ufffd', '')}\\x81\\x8d\\x8f\\x90\\x9d`;
const MOJIBAKE = new RegExp(`[\\xc2-\\xdf][${TRAIL}]|[\\xe0-\\xef][${TRAIL}]{2}`, 'g');
const NOT_ASCII = /[^\0-\x7f]/g;

/** True where most accents are two wrong characters each: UTF-8 that was saved as if it were windows-1252. */
export function hasMojibake(text: string): boolean {
  const pairs = text.match(MOJIBAKE);
  if (!pairs || pairs.length < 3) return false;
  const accents = text.match(NOT_ASCII)?.length ?? 0;
  return pairs.join('').length > accents / 2;
}
