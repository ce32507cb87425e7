import { seeded } from '../../../src/engine/search/vectors/made-vectors.ts';

/** Resamplings: an interval's ends are then steady to about .002 for a hundred cases. */
const ROUNDS = 1000;
const SEED = 0x5eed;

/** The 95 % interval of a mean, by drawing as many cases with replacement, over and over. */
export function interval(values: readonly number[]): [low: number, high: number] {
  if (values.length === 0) return [0, 0];
  const random = seeded(SEED);
  const means = new Float64Array(ROUNDS);
  for (let round = 0; round < ROUNDS; round++) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)]!;
    means[round] = sum / values.length;
  }
  means.sort();
  return [means[Math.floor(ROUNDS * 0.025)]!, means[Math.ceil(ROUNDS * 0.975) - 1]!];
}
