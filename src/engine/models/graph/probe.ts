import { type ArithmeticOf, fullArithmetic, type Part, type Place } from './arithmetic.ts';

/** What one channel of a projection's input does over many texts: smallest, largest and mean value, by channel. */
export interface ChannelStats {
  readonly min: Float32Array;
  readonly max: Float32Array;
  readonly mean: Float32Array;
}

/** Statistics of every projection's input, by place. */
export type Activations = (place: Place) => ChannelStats;

const PARTS: readonly Part[] = ['qkv', 'attention', 'up', 'down'];
const MEASURES = ['min', 'max', 'mean'] as const;
const OPERATORS = { min: 'ReduceMin', max: 'ReduceMax', mean: 'ReduceMean' } as const;

const nameOf = ({ layer, part }: Place, measure: string) => `${layer}.${part}.${measure}`;

/** Full precision that also puts out the statistics of every projection's input, for `activationRecorder`. */
export const probingArithmetic: ArithmeticOf = fullArithmetic((graph, place, input, channels) => {
  for (const measure of MEASURES) {
    const value = graph.node(OPERATORS[measure], [input, graph.ints(0)], { keepdims: 0 });
    graph.output(nameOf(place, measure), [channels], value);
  }
});

/** Gathers the outputs of a probing graph over many runs. Every run weighs the same, however long its text. */
export function activationRecorder(layers: number): {
  add(outputs: Readonly<Record<string, { readonly data: unknown }>>): void;
  readonly activations: Activations;
} {
  const all = new Map<string, { min: Float32Array; max: Float32Array; mean: Float32Array }>();
  const key = ({ layer, part }: Place) => `${layer}.${part}`;
  let runs = 0;
  return {
    add(outputs) {
      runs++;
      for (let layer = 0; layer < layers; layer++)
        for (const part of PARTS) {
          const place = { layer, part };
          const read = (measure: string) => outputs[nameOf(place, measure)]!.data as Float32Array;
          const [min, max, mean] = MEASURES.map(read) as [Float32Array, Float32Array, Float32Array];
          const known = all.get(key(place));
          if (!known) {
            all.set(key(place), { min: min.slice(), max: max.slice(), mean: mean.slice() });
            continue;
          }
          for (let c = 0; c < min.length; c++) {
            known.min[c] = Math.min(known.min[c]!, min[c]!);
            known.max[c] = Math.max(known.max[c]!, max[c]!);
            known.mean[c]! += (mean[c]! - known.mean[c]!) / runs;
          }
        }
    },
    activations: (place) => {
      const stats = all.get(key(place));
      if (!stats) throw new RangeError(`nothing was recorded for ${key(place)}`);
      return stats;
    },
  };
}
