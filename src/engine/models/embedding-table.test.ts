import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasCode } from '../../common/errors.ts';
import { type EmbeddingTable, gatherRows, openEmbeddingTable, rowAdder } from './embedding-table.ts';
import { random } from './fixtures/tiny.ts';
import type { EmbeddingEncoding, ModelManifest } from './manifest.ts';
import { encodeAs, toFloats } from './weights/source.ts';

const ROWS = 9;
const DIMENSIONS = 64;

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'portolan-table-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A written table and its exact values. */
function written(encoding: EmbeddingEncoding) {
  const next = random(3);
  const values = Float32Array.from({ length: ROWS * DIMENSIONS }, () => next() - 0.5);
  const bytes = new Uint8Array(values.buffer);
  const stored = encodeAs({ encoding: 'f32', elements: values.length, bytes }, encoding);
  writeFileSync(join(dir, 'words.bin'), stored.bytes);
  const manifest = {
    id: 'tiny',
    dimensions: DIMENSIONS,
    vocabulary: ROWS,
    embedding: { path: 'words.bin', bytes: stored.bytes.length, sha256: '', encoding },
  } as ModelManifest;
  return { manifest, exact: toFloats(stored) };
}

const row = (values: Float32Array, id: number) => values.subarray(id * DIMENSIONS, (id + 1) * DIMENSIONS);

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe.each(['q4_0', 'f16', 'f32'] as const)('a table of %s', (encoding) => {
  it('adds weighted rows', () => {
    const { manifest, exact } = written(encoding);
    const add = rowAdder(openEmbeddingTable(manifest, dir));
    const sum = new Float32Array(DIMENSIONS);
    add(8, 0.5, sum);
    add(3, 2, sum);
    for (let d = 0; d < DIMENSIONS; d++)
      expect(sum[d]).toBeCloseTo(0.5 * row(exact, 8)[d]! + 2 * row(exact, 3)[d]!, 5);
  });

  it('gives the rows asked for, in order, where they belong', () => {
    const { manifest, exact } = written(encoding);
    const table = openEmbeddingTable(manifest, dir);
    const out = new Float32Array(5 * DIMENSIONS).fill(7);
    gatherRows(table, [8, 0, 8], out, DIMENSIONS);
    expect(row(out, 0).every((x) => x === 7)).toBe(true);
    expect(row(out, 1)).toEqual(row(exact, 8));
    expect(row(out, 2)).toEqual(row(exact, 0));
    expect(row(out, 3)).toEqual(row(exact, 8));
    expect(row(out, 4).every((x) => x === 7)).toBe(true);
  });

  it('is the same table after a message, without a copy', () => {
    const { manifest, exact } = written(encoding);
    const table = openEmbeddingTable(manifest, dir);
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(table);
    const arrived = receiveMessageOnPort(port2)!.message as EmbeddingTable;
    port1.close();
    const out = new Float32Array(DIMENSIONS);
    gatherRows(arrived, Int32Array.of(4), out);
    expect(out).toEqual(row(exact, 4));
    new Uint8Array(table.buffer).fill(0);
    gatherRows(arrived, [4], out);
    expect(out.every((x) => x === 0)).toBe(true);
  });
});

describe('a table refuses', () => {
  it.each([-1, ROWS, 1.5, Number.NaN])('the token %d', (id) => {
    const table = openEmbeddingTable(written('f16').manifest, dir);
    expect(() => gatherRows(table, [id], new Float32Array(DIMENSIONS))).toThrow(RangeError);
  });

  it('to write past the end', () => {
    const table = openEmbeddingTable(written('f32').manifest, dir);
    expect(() => gatherRows(table, [1, 2], new Float32Array(DIMENSIONS * 2), 1)).toThrow(RangeError);
  });

  it('a file that is cut short, or has another size than its rows need', () => {
    const { manifest } = written('q4_0');
    truncateSync(join(dir, 'words.bin'), 40);
    expect(
      hasCode(
        errorOf(() => openEmbeddingTable(manifest, dir)),
        'MODEL_DAMAGED',
      ),
    ).toBe(true);
    const wrong = { ...manifest, vocabulary: ROWS + 1 };
    expect(
      hasCode(
        errorOf(() => openEmbeddingTable(wrong, dir)),
        'MODEL_DAMAGED',
      ),
    ).toBe(true);
  });

  it('a file that is not there', () => {
    const { manifest } = written('f32');
    rmSync(join(dir, 'words.bin'));
    expect(
      hasCode(
        errorOf(() => openEmbeddingTable(manifest, dir)),
        'MODEL_MISSING',
      ),
    ).toBe(true);
  });
});
