import type { EmbeddingEncoding } from '../manifest.ts';
import { floatsToHalves, halvesToFloats } from './half.ts';
import { floatsToQ4, Q4_BLOCK, q4ToFloats } from './q4.ts';

/** One stored tensor: its bytes as the file has them, row-major, not yet turned into floats. */
export interface StoredTensor {
  readonly encoding: EmbeddingEncoding;
  readonly elements: number;
  readonly bytes: Uint8Array;
}

/** A file of named tensors. `tensor` reads on demand, so that a large file never stands in memory whole. */
export interface TensorSource {
  has(name: string): boolean;
  /** Throws when there is no such tensor. */
  tensor(name: string): StoredTensor;
}

/** The tensor's values, exactly. */
export function toFloats(tensor: StoredTensor): Float32Array {
  if (tensor.encoding === 'f16') return halvesToFloats(tensor.bytes);
  const out = new Float32Array(tensor.elements);
  if (tensor.encoding === 'q4_0') q4ToFloats(tensor.bytes, 0, tensor.elements / Q4_BLOCK, out, 0);
  else new Uint8Array(out.buffer).set(tensor.bytes);
  return out;
}

/** The tensor in another encoding; untouched where it already has it. */
export function encodeAs(tensor: StoredTensor, encoding: EmbeddingEncoding): StoredTensor {
  if (tensor.encoding === encoding) return tensor;
  const values = toFloats(tensor);
  const bytes =
    encoding === 'q4_0'
      ? floatsToQ4(values)
      : encoding === 'f16'
        ? floatsToHalves(values)
        : new Uint8Array(values.buffer);
  return { encoding, elements: tensor.elements, bytes };
}
