import { type NoteFacts, NoteFactsTable } from './note-facts.ts';

/**
 * Notes of the corpus by slot: small dense numbers, so that a score for every note is one typed array. Slots of
 * removed notes are used again.
 */
export class NoteTable {
  readonly #slots = new Map<number, number>();
  readonly #ids: number[] = [];
  readonly #languages: string[] = [];
  readonly #free: number[] = [];
  /** What filters read, by slot. */
  readonly facts = new NoteFactsTable();

  /** Slots run from 0 to below this; some may be free. */
  get slots(): number {
    return this.#ids.length;
  }

  /** Notes. */
  get count(): number {
    return this.#slots.size;
  }

  /** The slot of a note's id; undefined for a note that is not in the corpus. */
  slotOf(id: number): number | undefined {
    return this.#slots.get(id);
  }

  /** The id in a slot; -1 where it is free. */
  idOf(slot: number): number {
    return this.#ids[slot] ?? -1;
  }

  languageOf(slot: number): string {
    return this.#languages[slot] ?? 'und';
  }

  /** Adds a note or replaces what is known of it; returns its slot. */
  put(id: number, language: string, facts?: NoteFacts): number {
    let slot = this.#slots.get(id);
    if (slot === undefined) {
      slot = this.#free.pop() ?? this.#ids.length;
      this.#slots.set(id, slot);
      this.#ids[slot] = id;
    }
    this.#languages[slot] = language;
    if (facts) this.facts.put(slot, facts);
    return slot;
  }

  remove(id: number): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#slots.delete(id);
    this.#ids[slot] = -1;
    this.#free.push(slot);
  }

  ids(): number[] {
    return [...this.#slots.keys()];
  }
}
