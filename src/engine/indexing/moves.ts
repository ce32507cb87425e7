import { baseName } from '../../common/ids.ts';
import type { NoteRecord } from '../store/types.ts';
import type { NoteFile } from '../vault/note-file.ts';

/** Notes whose files are gone, until one of them turns up under another path. */
export class GoneNotes {
  readonly #gone: Map<number, NoteRecord>;
  readonly #byContent: Map<string, NoteRecord[]>;

  constructor(gone: readonly NoteRecord[]) {
    this.#gone = new Map(gone.map((record) => [record.id, record]));
    this.#byContent = Map.groupBy(gone, (record) => record.contentHash);
  }

  /** Those that have not turned up. */
  left(): IterableIterator<NoteRecord> {
    return this.#gone.values();
  }

  /**
   * The note that was moved to `file`, if any, other than those in `taken`: one with the same content; of several, that
   * with the same file name. Empty files are never moves.
   */
  moved(contentHash: string, file: NoteFile, taken: readonly NoteRecord[]): NoteRecord | undefined {
    if (file.size === 0) return undefined;
    const same = this.#byContent.get(contentHash)?.filter((record) => !taken.includes(record)) ?? [];
    const name = baseName(file.path);
    return same.find((record) => record.path.endsWith(name)) ?? same[0];
  }

  /** It has turned up, and its new place is written. */
  take({ id, contentHash }: NoteRecord): void {
    this.#gone.delete(id);
    const same = this.#byContent.get(contentHash)!;
    same.splice(
      same.findIndex((record) => record.id === id),
      1,
    );
  }
}
