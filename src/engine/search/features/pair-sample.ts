import { LastTaken } from '../last-taken.ts';

/**
 * How the scores of a vault's pairs are spread, from the rankings of some of its notes: what a score is worth here.
 * Kept as counts in narrow steps of the score, so that it costs the same for every vault.
 */

/** Notes whose rankings are the sample; every note of a smaller vault is in it. */
export const SAMPLED_NOTES = 32;
const STEPS = 8192;

export class PairSample {
  readonly #most: number;
  readonly #counts = new Float64Array(STEPS + 1);
  #pairs = 0;
  readonly #taken = new LastTaken();

  /** No score is above `most`. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Whether the sample no longer stands for notes that have changed so often. */
  isStale(version: number, notes: number): boolean {
    return this.#taken.isStale(version, notes);
  }

  /**
   * Draws the sample anew, a step a note, from notes evenly spread over `slots`. `scoresOf` gives a note's scores with
   * all others, by slot.
   */
  *draw(
    { version, slots }: { version: number; slots: readonly number[] },
    scoresOf: (slot: number) => Float32Array,
  ): Generator<void> {
    const counts = new Float64Array(STEPS + 1);
    let pairs = 0;
    const stride = Math.max(1, slots.length / SAMPLED_NOTES);
    for (let at = 0; at < slots.length; at += stride) {
      const asked = slots[Math.floor(at)]!;
      const scores = scoresOf(asked);
      for (const slot of slots) {
        if (slot === asked) continue;
        counts[this.#stepOf(scores[slot]!)]!++;
        pairs++;
      }
      yield;
    }
    // From here on, the counts are of all pairs below a step.
    let below = 0;
    for (let step = 0; step <= STEPS; step++) {
      const here = counts[step]!;
      this.#counts[step] = below;
      below += here;
    }
    this.#pairs = pairs;
    this.#taken.take(version, slots.length);
  }

  /** Share of the vault's pairs that score less, in per cent, 0..100; grows with the score. */
  percentileOf(score: number): number {
    if (this.#pairs === 0) return 0;
    const exact = Math.max(0, Math.min(STEPS, (score / this.#most) * STEPS));
    const step = Math.floor(exact);
    const below = this.#counts[step]!;
    const next = this.#counts[step + 1] ?? this.#pairs;
    return (100 * (below + (exact - step) * (next - below))) / this.#pairs;
  }

  #stepOf(score: number): number {
    return Math.max(0, Math.min(STEPS, Math.floor((score / this.#most) * STEPS)));
  }
}
