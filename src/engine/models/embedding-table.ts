import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { PortolanError } from '../../common/errors.ts';
import type { EmbeddingEncoding, ModelManifest } from './manifest.ts';
import { HALF } from './weights/half.ts';
import { addQ4, Q4_BLOCK, Q4_BLOCK_BYTES, q4ToFloats } from './weights/q4.ts';

/**
 * The word table: one row per token. Its bytes lie in shared memory, so that every worker reads the same copy; all
 * fields survive `postMessage`, and the object that arrives is a table again.
 */
export interface EmbeddingTable {
  readonly buffer: SharedArrayBuffer;
  readonly encoding: EmbeddingEncoding;
  readonly dimensions: number;
  readonly rows: number;
}

/** Bytes of one row as stored. */
export function rowBytes(encoding: EmbeddingEncoding, dimensions: number): number {
  if (encoding === 'q4_0') return (dimensions / Q4_BLOCK) * Q4_BLOCK_BYTES;
  return dimensions * (encoding === 'f16' ? 2 : 4);
}

/** Reads a built model's table into shared memory. Throws MODEL_MISSING, MODEL_DAMAGED. */
export function openEmbeddingTable(manifest: ModelManifest, dir: string): EmbeddingTable {
  const { encoding, path: name, bytes } = manifest.embedding;
  const { dimensions, vocabulary: rows } = manifest;
  const path = join(dir, name);
  const damaged = (reason: string) =>
    new PortolanError('MODEL_DAMAGED', { model: manifest.id, reason, path: dir });
  if (bytes !== rows * rowBytes(encoding, dimensions))
    throw damaged(`${name} cannot hold ${rows} rows in ${bytes} bytes`);
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (cause) {
    throw new PortolanError('MODEL_MISSING', { model: manifest.id, path }, { cause });
  }
  try {
    const buffer = new SharedArrayBuffer(bytes);
    const view = new Uint8Array(buffer);
    for (let at = 0; at < bytes; ) {
      const n = readSync(fd, view, at, bytes - at, at);
      if (n === 0) throw damaged(`${name} has ${at} bytes instead of ${bytes}`);
      at += n;
    }
    return { buffer, encoding, dimensions, rows };
  } finally {
    closeSync(fd);
  }
}

/**
 * Writes the rows of `ids` to `out`, one after the other, from index `offset` on. Throws RangeError on an id outside
 * the table and when `out` is too short.
 */
export function gatherRows(
  table: EmbeddingTable,
  ids: ArrayLike<number>,
  out: Float32Array,
  offset = 0,
): void {
  const { dimensions, encoding, rows } = table;
  if (offset + ids.length * dimensions > out.length) throw new RangeError('no room for the rows');
  const stride = rowBytes(encoding, dimensions);
  const bytes = new Uint8Array(table.buffer);
  const halves = encoding === 'f16' ? new Uint16Array(table.buffer) : undefined;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (!(id >= 0 && id < rows && Number.isInteger(id)))
      throw new RangeError(`token ${id} is outside the table of ${rows} rows`);
    const at = offset + i * dimensions;
    if (halves) for (let d = 0; d < dimensions; d++) out[at + d] = HALF[halves[id * dimensions + d]!]!;
    else if (encoding === 'q4_0') q4ToFloats(bytes, id * stride, dimensions / Q4_BLOCK, out, at);
    else out.set(new Float32Array(table.buffer, id * stride, dimensions), at);
  }
}

/**
 * A function that adds `weight` times the row of a token to the beginning of `out`: for sums of many rows, where what
 * `gatherRows` sets up for each call would cost more than the row. It checks nothing.
 */
export function rowAdder(table: EmbeddingTable): (id: number, weight: number, out: Float32Array) => void {
  const { dimensions, encoding } = table;
  if (encoding === 'q4_0') {
    const bytes = new Uint8Array(table.buffer);
    const [stride, blocks] = [rowBytes(encoding, dimensions), dimensions / Q4_BLOCK];
    return (id, weight, out) => addQ4(bytes, id * stride, blocks, weight, out);
  }
  if (encoding === 'f16') {
    const halves = new Uint16Array(table.buffer);
    return (id, weight, out) => {
      for (let d = 0, at = id * dimensions; d < dimensions; d++, at++) out[d]! += weight * HALF[halves[at]!]!;
    };
  }
  const floats = new Float32Array(table.buffer);
  return (id, weight, out) => {
    for (let d = 0, at = id * dimensions; d < dimensions; d++, at++) out[d]! += weight * floats[at]!;
  };
}
