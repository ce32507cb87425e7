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
  readonly #perLanguage = new Map<string, number>();
  #version = 0;
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

  /** Changes whenever a note is added, changed or removed. */
  get version(): number {
    return this.#version;
  }

  /** How many notes are in each language. */
  get languages(): ReadonlyMap<string, number> {
    return this.#perLanguage;
  }

  /** Adds a note or replaces what is known of it; returns its slot. */
  put(id: number, language: string, facts?: NoteFacts): number {
    let slot = this.#slots.get(id);
    if (slot === undefined) {
      slot = this.#free.pop() ?? this.#ids.length;
      this.#slots.set(id, slot);
      this.#ids[slot] = id;
    } else this.#countLanguage(this.languageOf(slot), -1);
    this.#countLanguage(language, 1);
    this.#languages[slot] = language;
    this.#version++;
    if (facts) this.facts.put(slot, facts);
    return slot;
  }

  remove(id: number): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#slots.delete(id);
    this.#countLanguage(this.languageOf(slot), -1);
    this.#version++;
    this.#ids[slot] = -1;
    this.#free.push(slot);
  }

  #countLanguage(language: string, more: number): void {
    const count = (this.#perLanguage.get(language) ?? 0) + more;
    if (count > 0) this.#perLanguage.set(language, count);
    else this.#perLanguage.delete(language);
  }

  ids(): number[] {
    return [...this.#slots.keys()];
  }
}
