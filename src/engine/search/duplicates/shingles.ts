/**
 * What two texts share, word for word: every run of a few words is a shingle, kept as a 32-bit hash. Case does not
 * matter, nor do punctuation and white space.
 */

/** Words of a shingle; a character of a script without blanks counts as half a word. */
const WORDS = 3;
const DENSE_WORD = 0.5;

const DENSE =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const TOKEN = new RegExp(`([${DENSE}])|[[\\p{L}\\p{N}\\p{M}]--[${DENSE}]]+`, 'gv');

export interface Shingled {
  /** Distinct shingles, ascending. */
  readonly hashes: Uint32Array;
  /** Length of the texts in words. */
  readonly words: number;
}

/** Shingles of texts that follow each other. */
export function shingles(texts: Iterable<string>): Shingled {
  const window: { hash: number; weight: number }[] = [];
  const found: number[] = [];
  let words = 0;
  let within = 0;
  for (const text of texts)
    for (const match of text.normalize('NFC').toLowerCase().matchAll(TOKEN)) {
      const weight = match[1] === undefined ? 1 : DENSE_WORD;
      window.push({ hash: hashOf(match[0]), weight });
      words += weight;
      within += weight;
      if (within < WORDS) continue;
      found.push(joined(window));
      while (within >= WORDS) within -= window.shift()!.weight;
    }
  return { hashes: distinct(Uint32Array.from(found)), words };
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

function joined(window: readonly { hash: number }[]): number {
  let hash = 0x9e3779b9;
  for (const { hash: word } of window) {
    hash = Math.imul(hash ^ word, 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function distinct(hashes: Uint32Array): Uint32Array {
  hashes.sort();
  let n = 0;
  for (let i = 0; i < hashes.length; i++)
    if (i === 0 || hashes[i] !== hashes[i - 1]) hashes[n++] = hashes[i]!;
  return hashes.slice(0, n);
}

/** How many hashes two ascending lists share. */
export function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}

/** A number for a whole list of hashes: texts with all shingles the same have the same. */
export function fingerprint(hashes: Uint32Array): string {
  let [a, b] = [0x811c9dc5, 0x01234567];
  for (const hash of hashes) {
    a = Math.imul(a ^ hash, 0x01000193);
    b = Math.imul((b ^ (hash >>> 7)) + hash, 0x85ebca6b);
    b ^= b >>> 15;
  }
  return `${hashes.length}:${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
