import type { UnigramVocabulary } from '../tokenizer/xlm-r.ts';
import { type ByteReader, byteReader } from './byte-reader.ts';
import type { EncoderConfig, EncoderWeights } from './encoder-weights.ts';
import { namedEncoder, type TensorNames } from './named-encoder.ts';
import { Q4_BLOCK, Q4_BLOCK_BYTES } from './q4.ts';
import type { StoredTensor, TensorSource } from './source.ts';

const NAMES: TensorNames = {
  words: 'emb.word',
  positions: 'emb.pos',
  types: 'emb.type',
  embeddingNorm: 'emb.ln',
  layer: {
    query: 'l{}.q',
    key: 'l{}.k',
    value: 'l{}.v',
    attention: 'l{}.ao',
    attentionNorm: 'l{}.aln',
    up: 'l{}.fi',
    down: 'l{}.fo',
    outputNorm: 'l{}.oln',
  },
  weight: '.w',
  bias: '.b',
};

export interface E5S1 {
  readonly encoder: EncoderWeights;
  readonly vocabulary: UnigramVocabulary;
}

/** Reads an `E5S1` file (all of it in memory). Throws RangeError when it is not one, or is cut short. */
export function readE5S1(file: Uint8Array): E5S1 {
  const reader = byteReader(file);
  const magic = new TextDecoder().decode(reader.bytes(4));
  const version = reader.u32();
  if (magic !== 'E5S1' || version !== 1) throw new RangeError(`this is ${magic} ${version}, not E5S1 1`);
  const dimensions = reader.i32();
  const layers = reader.i32();
  const heads = reader.i32();
  const feedForward = reader.i32();
  const vocabularySize = reader.i32();
  const positions = reader.i32();
  reader.i32(); // token types: only the first is used
  const epsilon = reader.f32();
  const block = reader.i32();
  if (block !== Q4_BLOCK) throw new RangeError(`blocks of ${block} weights are not understood`);
  const config: EncoderConfig = {
    dimensions,
    layers,
    heads,
    feedForward,
    positions,
    vocabulary: vocabularySize,
    // The file keeps it in single precision; the model's own is the short decimal.
    epsilon: Number(epsilon.toPrecision(6)),
  };
  const vocabulary = readVocabulary(reader);
  return { encoder: namedEncoder(readTensors(reader, file), NAMES, config), vocabulary };
}

function readVocabulary(reader: ByteReader): UnigramVocabulary {
  const count = reader.i32();
  const [bos, eos, pad, unk] = [reader.i32(), reader.i32(), reader.i32(), reader.i32()];
  const length = reader.u64();
  const offsets = Array.from({ length: count + 1 }, () => reader.u32());
  const scores = Array.from({ length: count }, () => reader.f32());
  const blob = reader.bytes(length);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const pieces = scores.map(
    (score, i) => [decoder.decode(blob.subarray(offsets[i], offsets[i + 1])), score] as const,
  );
  // A table of single characters follows: the tokenizer library knows the whole map by heart.
  reader.i32();
  reader.bytes(reader.u32());
  return { pieces, bos, eos, pad, unk };
}

function readTensors(reader: ByteReader, file: Uint8Array): TensorSource {
  const tensors = new Map<string, StoredTensor>();
  const count = reader.i32();
  for (let i = 0; i < count; i++) {
    const name = new TextDecoder().decode(reader.bytes(reader.u16()));
    const type = reader.u8();
    const elements = reader.u32();
    const offset = reader.u64();
    const bytes = reader.u64();
    const expected = type === 0 ? elements * 4 : (elements / Q4_BLOCK) * Q4_BLOCK_BYTES;
    if (type > 1 || bytes !== expected || offset + bytes > file.length)
      throw new RangeError(`${name} points outside the file`);
    const encoding = type === 0 ? 'f32' : 'q4_0';
    tensors.set(name, { encoding, elements, bytes: file.subarray(offset, offset + bytes) });
  }
  return {
    has: (name) => tensors.has(name),
    tensor: (name) => {
      const tensor = tensors.get(name);
      if (!tensor) throw new RangeError(`${name} is missing`);
      return tensor;
    },
  };
}
