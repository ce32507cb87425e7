import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Embedder, TextKind } from '../../../src/engine/embed/embedder.ts';

/** Bytes of a text's hash: 32 hexadecimal digits. */
const KEY = 16;
/** Texts embedded between two writes: what an interrupted run loses. */
const BATCH = 64;

/** Vectors by text, in one file that only grows, so that an evaluation is slow once. */
export class VectorCache {
  readonly #file: string;
  readonly #dimensions: number;
  readonly #vectors = new Map<string, Float32Array>();
  #padded = false;

  constructor(file: string, dimensions: number) {
    this.#file = file;
    this.#dimensions = dimensions;
    if (!existsSync(file)) return;
    const bytes = readFileSync(file);
    const record = KEY + dimensions * 4;
    for (let at = 0; at + record <= bytes.length; at += record) {
      const vector = new Float32Array(new Uint8Array(bytes.subarray(at + KEY, at + record)).buffer);
      this.#vectors.set(bytes.toString('hex', at, at + KEY), vector);
    }
  }

  get(hash: string): Float32Array | undefined {
    return this.#vectors.get(hash);
  }

  /** Embeds those texts that are not known yet. Texts that the model cannot embed stay unknown. */
  async fill(
    texts: ReadonlyMap<string, string>,
    embedder: () => Promise<Pick<Embedder, 'embed'>>,
    progress: (done: number, total: number) => void = () => {},
    kind: TextKind = 'passage',
  ): Promise<void> {
    const missing = [...texts].filter(([hash]) => !this.#vectors.has(hash));
    // Longest first: batches are of like lengths, and the time left is not underestimated.
    missing.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      const vectors = await (await embedder()).embed(
        batch.map(([, text]) => text),
        { kind, priority: 'background' },
      );
      this.#append(batch.flatMap(([hash], i) => (vectors[i] ? [[hash, vectors[i]] as const] : [])));
      progress(Math.min(from + BATCH, missing.length), missing.length);
    }
  }

  #append(rows: readonly (readonly [string, Float32Array])[]): void {
    const parts: Buffer[] = [];
    for (const [hash, vector] of rows) {
      if (vector.length !== this.#dimensions) throw new RangeError(`a vector of ${vector.length} numbers`);
      this.#vectors.set(hash, vector.slice());
      parts.push(Buffer.from(hash, 'hex'), Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
    }
    mkdirSync(dirname(this.#file), { recursive: true });
    this.#pad();
    appendFileSync(this.#file, Buffer.concat(parts));
  }
  /** A record that an interrupted run cut off is never read; it is filled up once, or those after it would not fit. */
  #pad(): void {
    if (this.#padded) return;
    this.#padded = true;
    const record = KEY + this.#dimensions * 4;
    const rest = existsSync(this.#file) ? statSync(this.#file).size % record : 0;
    if (rest > 0) appendFileSync(this.#file, Buffer.alloc(record - rest));
  }
}
