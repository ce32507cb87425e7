import type { EncoderConfig, EncoderLayer, EncoderWeights, Linear, Norm } from './encoder-weights.ts';
import { type TensorSource, toFloats } from './source.ts';

/** Where an encoder's tensors stand in its file; `{}` in a layer's name is the layer's number. */
export interface TensorNames {
  readonly words: string;
  readonly positions: string;
  readonly types: string;
  readonly embeddingNorm: string;
  readonly layer: Readonly<Record<keyof EncoderLayer, string>>;
  /** Suffixes of weight and bias. */
  readonly weight: string;
  readonly bias: string;
}

/** An encoder over a file of named tensors. Throws at once when a tensor is missing or has the wrong size. */
export function namedEncoder(
  source: TensorSource,
  names: TensorNames,
  config: EncoderConfig,
): EncoderWeights {
  const { dimensions, feedForward, layers, positions, vocabulary } = config;
  const stored = (name: string, elements: number) => {
    const tensor = source.tensor(name);
    if (tensor.elements !== elements)
      throw new RangeError(`${name} has ${tensor.elements} weights, not ${elements}`);
    return tensor;
  };
  const floats = (name: string, elements: number) => toFloats(stored(name, elements));
  const linear = (name: string, inputs: number, outputs: number): Linear => ({
    inputs,
    outputs,
    weight: () => floats(name + names.weight, inputs * outputs),
    bias: () => floats(name + names.bias, outputs),
  });
  const norm = (name: string): Norm => ({
    scale: () => floats(name + names.weight, dimensions),
    shift: () => floats(name + names.bias, dimensions),
  });
  const layer = (i: number): EncoderLayer => {
    const at = (part: keyof EncoderLayer) => names.layer[part].replace('{}', String(i));
    return {
      query: linear(at('query'), dimensions, dimensions),
      key: linear(at('key'), dimensions, dimensions),
      value: linear(at('value'), dimensions, dimensions),
      attention: linear(at('attention'), dimensions, dimensions),
      attentionNorm: norm(at('attentionNorm')),
      up: linear(at('up'), dimensions, feedForward),
      down: linear(at('down'), feedForward, dimensions),
      outputNorm: norm(at('outputNorm')),
    };
  };
  for (let i = 0; i < layers; i++)
    for (const part of Object.values(names.layer)) {
      const name = part.replace('{}', String(i)) + names.weight;
      if (!source.has(name)) throw new RangeError(`${name} is missing`);
    }
  return {
    config,
    words: () => stored(names.words, vocabulary * dimensions),
    positions: () => {
      const rows = floats(names.positions, positions * dimensions);
      const type = toFloats(source.tensor(names.types));
      for (let i = 0; i < rows.length; i++) rows[i] = rows[i]! + type[i % dimensions]!;
      return rows;
    },
    embeddingNorm: norm(names.embeddingNorm),
    layers: Array.from({ length: layers }, (_, i) => layer(i)),
  };
}
