interface Passage {
  readonly noteId: number;
  readonly chunkId: number;
}

/** Passages whose text has no vector yet, by the hash of the text. */
export class Waiting {
  readonly #passages = new Map<string, Passage[]>();
  readonly #hashesOf = new Map<number, Set<string>>();
  #count = 0;

  /** Passages. */
  get count(): number {
    return this.#count;
  }

  has(hash: string): boolean {
    return this.#passages.has(hash);
  }

  /** Whether passages of a note wait. */
  hasNote(noteId: number): boolean {
    return this.#hashesOf.has(noteId);
  }

  add(hash: string, passage: Passage): void {
    const same = this.#passages.get(hash);
    if (same) same.push(passage);
    else this.#passages.set(hash, [passage]);
    const hashes = this.#hashesOf.get(passage.noteId);
    if (hashes) hashes.add(hash);
    else this.#hashesOf.set(passage.noteId, new Set([hash]));
    this.#count++;
  }

  /** The passages of a text, which wait no more. */
  take(hash: string): readonly Passage[] {
    const passages = this.#passages.get(hash) ?? [];
    this.#passages.delete(hash);
    this.#count -= passages.length;
    for (const { noteId } of passages) this.#forget(noteId, hash);
    return passages;
  }

  /** A note's passages are gone or will be read anew. */
  dropNote(noteId: number): void {
    for (const hash of this.#hashesOf.get(noteId) ?? []) {
      const passages = this.#passages.get(hash)!;
      const others = passages.filter((passage) => passage.noteId !== noteId);
      this.#count -= passages.length - others.length;
      if (others.length > 0) this.#passages.set(hash, others);
      else this.#passages.delete(hash);
    }
    this.#hashesOf.delete(noteId);
  }

  #forget(noteId: number, hash: string): void {
    const hashes = this.#hashesOf.get(noteId);
    hashes?.delete(hash);
    if (hashes?.size === 0) this.#hashesOf.delete(noteId);
  }
}
