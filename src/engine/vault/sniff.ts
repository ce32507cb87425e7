/** Guesses about bytes, from counts. Each looks at a bounded part of a file. */

/** Enough to judge a file by; a file is alike throughout or it is not text. */
const SAMPLE = 256 * 1024;

const isHigh = (byte: number): boolean => byte >= 0x80;
/** Control characters that no text has: all but tab, line ends, form feed and escape. */
const isControl = (byte: number): boolean =>
  byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b;

/** Files that people rename to .md or drag into a vault; each begins with a signature. */
const SIGNATURES = [
  '%PDF-',
  'PK\x03\x04',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\x1f\x8b',
  '\x7fELF',
  'SQLite format 3',
];

/** True where bytes are no text in any encoding. `validUtf8`: whether the whole is valid UTF-8. */
export function looksBinary(bytes: Buffer, validUtf8: boolean): boolean {
  if (bytes.length === 0) return false;
  const sample = bytes.subarray(0, SAMPLE);
  let control = 0;
  for (const byte of sample) if (isControl(byte)) control++;
  // A few NULs are damage; a tenth is a program, an image, or what a crashed disk left behind.
  if (control > sample.length / 10) return true;
  if (validUtf8) return false;
  const head = bytes.subarray(0, 16).toString('latin1');
  return control > sample.length / 50 || SIGNATURES.some((signature) => head.startsWith(signature));
}

/**
 * UTF-16 without a BOM: text that is mostly Latin has a NUL in every other byte. Without any Latin it cannot be
 * told from noise, so such a file (which no editor writes) is not recognised.
 */
export function looksUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE & ~1);
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  const units = sample.length / 2;
  if (odd > units * 0.4 && even < units * 0.05) return 'utf-16le';
  if (even > units * 0.4 && odd < units * 0.05) return 'utf-16be';
  return null;
}

/**
 * For bytes that are not valid UTF-8: true where they read well in windows-1252, as a Western note of before UTF-8.
 * There accents stand alone or in pairs between plain letters; in damaged UTF-8, Cyrillic, Greek or East Asian
 * encodings they stand in sequences that UTF-8 allows, or in long runs, or are most of the text.
 */
export function looksWindows1252(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let high = 0;
  let letters = 0;
  let plausible = 0;
  let inRuns = 0;
  let sequences = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i]!;
    if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++;
    if (!isHigh(byte)) continue;
    high++;
    if (isUndefined1252(byte)) return false;
    if (isWestern(byte)) plausible++;
    const [before, after] = [sample[i - 1] ?? 0, sample[i + 1] ?? 0];
    if (isHigh(before) && isHigh(after)) inRuns++;
    if (byte >= 0xc2 && byte <= 0xf4 && after >= 0x80 && after <= 0xbf) sequences++;
  }
  // The one accent at the very end is more likely half a character: a UTF-8 file cut short.
  if (high === 0 || (high === 1 && isHigh(bytes.at(-1)!))) return false;
  return plausible > high * 0.9 && high < letters && inRuns <= high * 0.1 && sequences <= high * 0.1;
}

const isUndefined1252 = (byte: number): boolean => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte);

/** Letters with accents, and the punctuation that Western European text uses: € … ‘ ’ “ ” • – — ¡ § © ª « ° · º » ¿. */
const PUNCTUATION = new Set([
  0x80, 0x82, 0x84, 0x85, 0x8b, 0x8c, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b, 0x9c, 0xa0, 0xa1,
  0xa3, 0xa7, 0xa9, 0xaa, 0xab, 0xae, 0xb0, 0xb1, 0xb2, 0xb3, 0xb4, 0xb5, 0xb7, 0xba, 0xbb, 0xbd, 0xbf,
]);
const isWestern = (byte: number): boolean => byte >= 0xc0 || PUNCTUATION.has(byte);
