import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Record<string, string | Uint8Array>;

/** A vault on disk, described by its files; also with names that a string cannot hold. For tests only. */
export class DiskVault {
  readonly base = mkdtempSync(join(tmpdir(), 'portolan-vault-'));
  readonly root = join(this.base, 'vault');

  constructor(files: Files = {}) {
    mkdirSync(this.root);
    this.write(files);
  }

  write(files: Files): this {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(this.at(path)), { recursive: true });
      writeFileSync(this.at(path), content);
    }
    return this;
  }

  /** Writes a file at the top whose name is these bytes. */
  writeRaw(name: Buffer, content = ''): this {
    writeFileSync(Buffer.concat([Buffer.from(`${this.root}/`), name]), content);
    return this;
  }

  folder(path: string): this {
    mkdirSync(this.at(path), { recursive: true });
    return this;
  }

  /** A symbolic link at `path`, to a place relative to the vault or absolute. */
  link(path: string, target: string): this {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    symlinkSync(target.startsWith('/') ? target : this.at(target), this.at(path));
    return this;
  }

  move(from: string, to: string): this {
    renameSync(this.at(from), this.at(to));
    return this;
  }

  remove(path: string): this {
    rmSync(this.at(path), { recursive: true });
    return this;
  }

  at = (path: string): string => join(this.root, path);

  [Symbol.dispose](): void {
    rmSync(this.base, { recursive: true, force: true });
  }
}

/** Runs something as a user whom permissions stop; root, as which tests run in containers, is stopped by none. */
export async function asOrdinaryUser<T>(vault: DiskVault, run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return run();
  const { chmodSync } = await import('node:fs');
  chmodSync(vault.base, 0o755);
  process.seteuid!(65534);
  try {
    return await run();
  } finally {
    process.seteuid!(0);
  }
}
