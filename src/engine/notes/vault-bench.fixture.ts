import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SearchBench } from '../search/search.fixture.ts';
import type { NoteRecord, Store } from '../store/types.ts';

/** A vault on disk and its index. */
export class VaultBench {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'portolan-notes-')));
  readonly index = new SearchBench();

  /** Notes, on disk and in the index. */
  write(notes: Record<string, string>): void {
    for (const [path, text] of Object.entries(notes)) this.save(path, text);
    this.index.write(notes);
  }

  /** A file on disk that the index does not know of, or not yet. */
  save(path: string, content: string | Uint8Array): void {
    const full = join(this.root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }

  get store(): Store {
    return this.index.store;
  }

  note(path: string): NoteRecord {
    return this.store.notes.byPath(path)!;
  }

  async close(): Promise<void> {
    await this.index.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}
