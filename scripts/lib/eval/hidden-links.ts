import type { Links } from '../../../src/engine/store/types.ts';

/**
 * A store's links without those of one note, in either direction: not where they lead, not what they are called.
 * Everything that the evaluated system reads of links, it reads through this.
 */
export class HiddenLinks implements Links {
  readonly #links: Links;
  #hidden = -1;

  constructor(links: Links) {
    this.#links = links;
  }

  /** Hides the links of a note, and shows again those of the one before. Returns the notes whose links differ now. */
  hide(noteId: number): number[] {
    const before = this.#hidden;
    this.#hidden = noteId;
    return [before, noteId].filter((id) => id >= 0).flatMap((id) => [id, ...this.#sources(id)]);
  }

  pairs(above?: number, upTo?: number): { fromId: number; toId: number }[] {
    return this.#links
      .pairs(above, upTo)
      .filter(({ fromId, toId }) => fromId !== this.#hidden && toId !== this.#hidden);
  }

  ofNote(noteId: number) {
    if (noteId === this.#hidden) return [];
    return this.#links.ofNote(noteId).filter(({ toId }) => toId !== this.#hidden);
  }

  to(noteId: number) {
    if (noteId === this.#hidden) return [];
    return this.#links.to(noteId).filter(({ fromId }) => fromId !== this.#hidden);
  }

  resolveAll(): never {
    throw new Error('links are resolved before they are hidden');
  }

  #sources(noteId: number): number[] {
    return this.#links.to(noteId).map(({ fromId }) => fromId);
  }
}
