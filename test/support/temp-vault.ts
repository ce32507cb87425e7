import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A vault on disk that a test describes as an object literal: path → content. */
export class TempVault {
  /** Holds `vault` and `data`; removed by dispose. */
  readonly base = mkdtempSync(path.join(tmpdir(), 'portolan-test-'));
  readonly root = path.join(this.base, 'vault');
  readonly dataDir = path.join(this.base, 'data');

  constructor(files: Record<string, string | Uint8Array> = {}) {
    mkdirSync(this.root, { recursive: true });
    this.write(files);
  }

  write(files: Record<string, string | Uint8Array>): void {
    for (const [name, content] of Object.entries(files)) {
      const full = path.join(this.root, name);
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
  }

  move(from: string, to: string): void {
    mkdirSync(path.dirname(path.join(this.root, to)), { recursive: true });
    renameSync(path.join(this.root, from), path.join(this.root, to));
  }

  remove(name: string): void {
    rmSync(path.join(this.root, name), { recursive: true });
  }

  [Symbol.dispose](): void {
    rmSync(this.base, { recursive: true, force: true });
  }
}
