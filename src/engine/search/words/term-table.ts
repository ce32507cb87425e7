/** Terms by number, with in how many notes each stands. Numbers are never given back: a vault's words are finite. */
export class TermTable {
  readonly #ids = new Map<string, number>();
  readonly #terms: string[] = [];
  #df = new Uint32Array(1024);

  get size(): number {
    return this.#terms.length;
  }

  idOf(term: string): number | undefined {
    return this.#ids.get(term);
  }

  termOf(id: number): string {
    return this.#terms[id]!;
  }

  /** Notes that hold the term. */
  df(id: number): number {
    return this.#df[id]!;
  }

  /** One more note holds the term; returns its number. */
  count(term: string): number {
    const id = this.numberOf(term);
    this.#df[id]!++;
    return id;
  }

  /** One more note holds a term that has a number. */
  countNumber(id: number): void {
    this.#df[id]!++;
  }

  /** The term's number; it is given one where it has none. */
  numberOf(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#terms.length;
      this.#ids.set(term, id);
      this.#terms.push(term);
      if (id >= this.#df.length) {
        const larger = new Uint32Array(this.#df.length * 2);
        larger.set(this.#df);
        this.#df = larger;
      }
    }
    return id;
  }

  /** One note fewer holds the term. */
  discount(id: number): void {
    this.#df[id]!--;
  }
}
