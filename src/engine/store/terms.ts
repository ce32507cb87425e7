/**
 * Term counts of a note as text: a JSON array in which a number opens the group of terms with that count,
 * `[1,"ancla","barco",3,"mar"]`. Plain words, not ids of a dictionary: a fourth of the text's size at most, nothing to
 * keep in step between processes, and any string survives.
 */
export function encodeTerms(terms: ReadonlyMap<string, number>): string {
  const groups = Map.groupBy(terms, ([, count]) => count);
  const flat: (string | number)[] = [];
  for (const count of [...groups.keys()].sort((a, b) => a - b))
    flat.push(count, ...groups.get(count)!.map(([term]) => term));
  return JSON.stringify(flat);
}

export function decodeTerms(text: string): Map<string, number> {
  const terms = new Map<string, number>();
  let count = 0;
  for (const item of JSON.parse(text) as (string | number)[]) {
    if (typeof item === 'number') count = item;
    else terms.set(item, count);
  }
  return terms;
}

const [QUOTE, ESCAPE, ZERO, NINE] = [0x22, 0x5c, 0x30, 0x39] as const;

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

/**
 * Goes through encoded terms as bytes, in UTF-8: for each its place between its quotes, as JSON writes it, a hash of
 * these bytes, and its count. The same term always has the same bytes.
 */
export function visitTerms(
  encoded: Uint8Array,
  visit: (start: number, end: number, hash: number, count: number) => void,
): void {
  let count = 0;
  for (let at = 1; at < encoded.length; at++) {
    const byte = encoded[at]!;
    if (byte === QUOTE) {
      const start = at + 1;
      let hash = 0x811c9dc5 | 0;
      for (at = start; encoded[at] !== QUOTE; at++) {
        if (encoded[at] === ESCAPE) hash = Math.imul(hash ^ encoded[at++]!, 0x01000193);
        hash = Math.imul(hash ^ encoded[at]!, 0x01000193);
      }
      visit(start, at, hash, count);
    } else if (isDigit(byte)) {
      count = byte - ZERO;
      while (isDigit(encoded[at + 1]!)) count = count * 10 + encoded[++at]! - ZERO;
    }
  }
}
