import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PortolanError, reasonOf } from '../../../common/errors.ts';
import type { FoundModel } from '../../models/catalogue.ts';
import { type EmbeddingTable, rowAdder } from '../../models/embedding-table.ts';
import { countedWeights } from '../../models/static/token-weights.ts';

/** What the static tier of a model is made of, in shared memory; survives `postMessage`. */
export interface StaticSetup {
  readonly table: EmbeddingTable;
  /** Dimensions kept. */
  readonly dimensions: number;
  /** float32 × dimensions kept × dimensions of the table. */
  readonly components: Float32Array;
  /** What each token counts; all alike where neither the model nor the vault has said anything yet. */
  readonly weights: Float32Array;
  /** One number: which of a vault's counts the weights are from; 0 for the model's own, and before there are any. */
  readonly basis: Int32Array;
}

/** Texts as weighted sums of their tokens' rows in the model's own word table: no encoder is run. */
export interface StaticEncoder {
  readonly dimensions: number;
  /** A vector in signed bytes, its direction only; null for a text without a token that counts. */
  encode(ids: ArrayLike<number>): Int8Array<ArrayBuffer> | null;
}

const LARGEST = 127;

/** Reads a built model's components and weights. Throws MODEL_DAMAGED. */
export function openStatic(
  { manifest, dir }: Pick<FoundModel, 'manifest' | 'dir'>,
  table: EmbeddingTable,
): StaticSetup {
  const { dimensions, components, weights } = manifest.static;
  const floats = (name: string, length: number): Float32Array => {
    const bytes = readFileSync(join(dir, name));
    if (bytes.length !== length * 4) throw new RangeError(`${name} has ${bytes.length} bytes`);
    const out = new Float32Array(new SharedArrayBuffer(bytes.length));
    new Uint8Array(out.buffer).set(bytes);
    return out;
  };
  try {
    return {
      table,
      dimensions,
      components: floats(components.path, dimensions * table.dimensions),
      weights: weights
        ? floats(weights.path, table.rows)
        : new Float32Array(new SharedArrayBuffer(table.rows * 4)).fill(1),
      basis: new Int32Array(new SharedArrayBuffer(4)),
    };
  } catch (cause) {
    throw new PortolanError(
      'MODEL_DAMAGED',
      { model: manifest.id, path: dir, reason: reasonOf(cause) },
      { cause },
    );
  }
}

/**
 * Weighs tokens by a vault's own counts, for all threads at once: nothing may be encoded meanwhile that is to be kept.
 * @param id the number of these counts, above 0
 */
export function weighBy({ weights, basis }: StaticSetup, { id, counts }: Basis): void {
  if (counts.length !== weights.length) return; // of another vocabulary: a model that was built anew
  weights.set(countedWeights(counts));
  basis[0] = id;
}

interface Basis {
  readonly id: number;
  readonly counts: Uint32Array;
}

/** The sum is brought to fewer dimensions once, after all tokens: that is what makes it cheap. */
export function createStaticEncoder({ table, dimensions, components, weights }: StaticSetup): StaticEncoder {
  const wide = table.dimensions;
  const sum = new Float32Array(wide);
  const add = rowAdder(table);
  return {
    dimensions,
    encode(ids) {
      sum.fill(0);
      for (let i = 0; i < ids.length; i++) {
        const weight = weights[ids[i]!]!;
        if (weight !== 0) add(ids[i]!, weight, sum);
      }
      return signedBytes(project(sum, components, dimensions));
    },
  };
}

function project(sum: Float32Array, components: Float32Array, dimensions: number): Float32Array {
  const wide = sum.length;
  const out = new Float32Array(dimensions);
  for (let k = 0, at = 0; k < dimensions; k++) {
    let along = 0;
    for (let d = 0; d < wide; d++, at++) along += sum[d]! * components[at]!;
    out[k] = along;
  }
  return out;
}

/** The direction of a vector; null for none. */
function signedBytes(vector: Float32Array): Int8Array<ArrayBuffer> | null {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i]!));
  if (!(largest > 1e-6)) return null;
  const out = new Int8Array(vector.length);
  for (let i = 0; i < out.length; i++) out[i] = Math.round((vector[i]! / largest) * LARGEST);
  return out;
}
