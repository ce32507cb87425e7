/** Share of the notes that may change before what was made of all of them is made anew. */
const CHANGED_SHARE = 1 / 8;

/** When something was made of all notes: whether it still stands for them. */
export class LastTaken {
  #version = -1;
  #notes = 0;

  /** `version` counts changes of notes, of which there are so many now. */
  isStale(version: number, notes: number): boolean {
    return (
      this.#version < 0 || Math.abs(version - this.#version) > Math.min(this.#notes, notes) * CHANGED_SHARE
    );
  }

  take(version: number, notes: number): void {
    this.#version = version;
    this.#notes = notes;
  }
}
