/** An Int32Array that grows: what a row or a note has besides its vector. */
export class Int32List {
  #values: Int32Array;
  readonly #empty: number;

  constructor(empty: number) {
    this.#empty = empty;
    this.#values = new Int32Array(0);
  }

  get(at: number): number {
    return this.#values[at] ?? this.#empty;
  }

  set(at: number, value: number): void {
    if (at >= this.#values.length) {
      const larger = new Int32Array(Math.ceil((at + 1) * 1.25) + 64).fill(this.#empty);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[at] = value;
  }

  values(): Iterable<number> {
    return this.#values;
  }

  get bytes(): number {
    return this.#values.byteLength;
  }
}
