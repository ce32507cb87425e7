import { copyFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Settings } from '../../../src/contract/settings.ts';
import { SMALL } from '../../support/engine.ts';
import { TempVault } from '../../support/temp-vault.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
export const SAMPLE = path.join(ROOT, 'resources/sample-vault');

/** What was found out about this machine's speed, kept between journeys: an engine tries it out only once. */
const PRECISION = 'precision.json';
const KNOWN = path.join(tmpdir(), `portolan-test-${PRECISION}`);

export interface World {
  /** Notes to write, or a folder to copy; without, no vault is opened. */
  readonly vault?: Readonly<Record<string, string | Uint8Array>> | string;
  readonly settings?: Partial<Settings>;
}

/** A vault with folders for index and settings of its own, gone when the journey ends. */
export class TestFolders implements Disposable {
  readonly #temp = new TempVault();
  readonly vault: TempVault | null;
  readonly configDir = path.join(this.#temp.base, 'config');

  constructor({ vault, settings }: World) {
    this.vault = vault === undefined ? null : this.#temp;
    if (typeof vault === 'string') cpSync(vault, this.#temp.root, { recursive: true });
    else if (vault) this.#temp.write(vault);
    mkdirSync(this.configDir, { recursive: true });
    const chosen = { model: SMALL, threads: 1, language: 'en', theme: 'light', ...settings };
    mkdirSync(this.dataDir, { recursive: true });
    if (existsSync(KNOWN)) copyFileSync(KNOWN, path.join(this.dataDir, PRECISION));
    writeFileSync(path.join(this.configDir, 'settings.json'), JSON.stringify(chosen));
  }

  get dataDir(): string {
    return this.#temp.dataDir;
  }

  get base(): string {
    return this.#temp.base;
  }

  [Symbol.dispose](): void {
    const found = path.join(this.dataDir, PRECISION);
    if (existsSync(found)) copyFileSync(found, KNOWN);
    this.#temp[Symbol.dispose]();
  }
}
