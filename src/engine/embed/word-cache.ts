/** What one cached entry costs beyond its characters and ids: map slot, string and array headers. */
const OVERHEAD = 96;

/**
 * Word → token ids, bounded by an estimate of its bytes. Two generations: when the young one is full it becomes the
 * old one and what is not asked for again falls away, which keeps common words without the bookkeeping of an LRU.
 */
export class WordCache {
  private young = new Map<string, readonly number[]>();
  private old = new Map<string, readonly number[]>();
  private youngBytes = 0;
  private oldBytes = 0;

  private readonly limit: number;

  /** `maxBytes`: what both generations together may take. */
  constructor(maxBytes: number) {
    this.limit = maxBytes / 2;
  }

  get(word: string): readonly number[] | undefined {
    const ids = this.young.get(word);
    if (ids !== undefined) return ids;
    const kept = this.old.get(word);
    if (kept !== undefined) this.set(word, kept);
    return kept;
  }

  set(word: string, ids: readonly number[]): void {
    const bytes = word.length * 2 + ids.length * 8 + OVERHEAD;
    if (bytes > this.limit) return;
    if (this.youngBytes + bytes > this.limit) {
      this.old = this.young;
      this.oldBytes = this.youngBytes;
      this.young = new Map();
      this.youngBytes = 0;
    }
    this.young.set(word, ids);
    this.youngBytes += bytes;
  }

  /** Estimated size. */
  get bytes(): number {
    return this.youngBytes + this.oldBytes;
  }
}
