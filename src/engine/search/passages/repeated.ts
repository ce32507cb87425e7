import type { Chunks } from '../../store/types.ts';
import { LastTaken } from '../last-taken.ts';

/**
 * Passages that many notes have word for word, headings and all: a template's, a licence at the end of every page. That
 * two notes have one in common says as little of the two as a word does that stands everywhere.
 */

/** Notes up to which a passage counts fully; in more, it counts so many shares. */
const OWN = 4;

export class Repeated {
  /** Notes that have a text, where they are more than a few; by its hash. */
  #holders: ReadonlyMap<string, number> = new Map();
  /** What a passage counts, by its chunk's id; those that count fully are left out. */
  #shares = new Map<number, number>();
  readonly #taken = new LastTaken();

  /** What a passage counts, above 0 to 1. */
  shareOf(chunkId: number): number {
    return this.#shares.get(chunkId) ?? 1;
  }

  /** Whether so much has changed that all should be counted anew; till then, known texts are known again. */
  isStale(version: number, notes: number): boolean {
    return this.#taken.isStale(version, notes);
  }

  /** A passage was added: it counts as those that say the same. */
  put(chunkId: number, hash: string): void {
    const holders = this.#holders.get(hash);
    if (holders === undefined) this.#shares.delete(chunkId);
    else this.#shares.set(chunkId, OWN / holders);
  }

  /** Counts all anew; the ids of notes that have a passage that counts otherwise now. */
  count(
    { version, count }: { version: number; count: number },
    chunks: Pick<Chunks, 'repeated'>,
  ): Set<number> {
    const same = [...Map.groupBy(chunks.repeated(OWN + 1), ({ hash }) => hash)].flatMap(([hash, group]) => {
      const holders = new Set(group.map(({ noteId }) => noteId)).size;
      return holders > OWN ? [{ hash, group, holders }] : [];
    });
    const before = this.#shares;
    const touched = new Set<number>();
    this.#shares = new Map();
    for (const { group, holders } of same)
      for (const { id, noteId } of group) {
        this.#shares.set(id, OWN / holders);
        if (before.get(id) !== OWN / holders) touched.add(noteId);
      }
    this.#holders = new Map(same.map(({ hash, holders }) => [hash, holders]));
    this.#taken.take(version, count);
    return touched;
  }
}
