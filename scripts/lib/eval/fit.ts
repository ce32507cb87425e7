import { figuresOf } from './metrics.ts';

/**
 * Fits the few weights of a linear ranking and says how they do on vaults that they were not fitted on.
 *
 *   const cases: FitCase[] = …        // one per asked note; see `linksTask` for how links are hidden
 *   const result = leaveOneOut(cases, { names: ['words', 'notes', 'passages', 'links'] });
 *   for (const { vault, n, ndcg } of result.folds) …   // with weights fitted on all other vaults
 *   result.weights                                     // fitted on all of them: what the product takes
 *
 * Scale features so that 1 means much the same in every case (divided by their largest value in it, or a cosine).
 * Keep the number of candidates small (the union of the best 100 of each feature): a fit goes over them some 500 times.
 */
export interface FitCase {
  readonly vault: string;
  /** Candidates × features, row after row. */
  readonly features: Float32Array;
  /** Rows that are right. */
  readonly relevant: readonly number[];
  /** How many notes are right, those that are no candidates included: they count as missed. */
  readonly total: number;
}

export interface FitOptions {
  readonly names: readonly string[];
  /** Where to begin; by default every feature weighs the same. */
  readonly start?: readonly number[];
  /** Features whose weight may fall below 0 (all others stay at or above it). */
  readonly signed?: ReadonlySet<string>;
  /** What must be gained, in nDCG@10, before a weight is moved: keeps noise out of the weights. */
  readonly worth?: number;
}

export interface Fold {
  readonly vault: string;
  readonly n: number;
  readonly ndcg: number;
  readonly weights: readonly number[];
}

const STEPS = [0, 0.5, 0.7, 0.85, 1.2, 1.4, 2];
const ROUNDS = 8;
const TOP = 10;

/** For each vault, its nDCG@10 with weights fitted on the others; and the weights fitted on all. */
export function leaveOneOut(
  cases: readonly FitCase[],
  options: FitOptions,
): { folds: Fold[]; weights: number[] } {
  const vaults = Map.groupBy(cases, ({ vault }) => vault);
  const folds = [...vaults].map(([vault, own]) => {
    const weights = fitWeights(
      cases.filter((c) => c.vault !== vault),
      options,
    );
    return { vault, n: own.length, ndcg: ndcgOf(own, weights), weights };
  });
  return { folds, weights: fitWeights(cases, options) };
}

/** Weights by coordinate ascent on the mean of the vaults' nDCG@10, each counting by the root of its cases. */
export function fitWeights(cases: readonly FitCase[], options: FitOptions): number[] {
  const { names, signed = new Set<string>(), worth = 0.0005 } = options;
  const weights = [...(options.start ?? names.map(() => 1))];
  const vaults = [...Map.groupBy(cases, ({ vault }) => vault).values()];
  let best = objective(vaults, weights);
  for (let round = 0; round < ROUNDS; round++) {
    const before = best;
    for (const [i, name] of names.entries()) {
      const now = weights[i]!;
      const unit = Math.max(...weights.map(Math.abs), 1e-6);
      const tries = now === 0 ? [0.1 * unit, 0.4 * unit] : STEPS.map((step) => step * now);
      if (signed.has(name)) tries.push(-0.1 * unit, -0.4 * unit, -now);
      let taken = now;
      for (const value of tries) {
        weights[i] = value;
        const found = objective(vaults, weights);
        // Doing without a feature is worth as much as a feature must bring.
        if (found > best + (value === 0 ? -worth : worth)) [best, taken] = [found, value];
      }
      weights[i] = taken;
    }
    if (best <= before + worth) break;
  }
  const largest = Math.max(...weights.map(Math.abs), 1e-6);
  return weights.map((weight) => Math.round((weight / largest) * 1000) / 1000);
}

function objective(vaults: readonly (readonly FitCase[])[], weights: readonly number[]): number {
  let [sum, whole] = [0, 0];
  for (const cases of vaults) {
    const share = Math.sqrt(cases.length);
    sum += share * ndcgOf(cases, weights);
    whole += share;
  }
  return sum / Math.max(1e-9, whole);
}

/** Mean nDCG@10 over cases, each counting the same. */
export function ndcgOf(cases: readonly FitCase[], weights: readonly number[]): number {
  let sum = 0;
  for (const { features, relevant, total } of cases) {
    const rows = features.length / weights.length;
    const scores = new Float64Array(rows);
    for (let row = 0, at = 0; row < rows; row++)
      for (let i = 0; i < weights.length; i++) scores[row]! += weights[i]! * features[at++]!;
    // Those that are right but no candidates stand for themselves under numbers that no row has.
    const missed = Array.from({ length: total - relevant.length }, (_, i) => -1 - i);
    sum += figuresOf(best(scores), new Set([...relevant, ...missed])).ndcg10;
  }
  return sum / Math.max(1, cases.length);
}

/** The first ten rows by score, best first; ties by row. */
function best(scores: Float64Array): number[] {
  const top: number[] = [];
  for (let row = 0; row < scores.length; row++) {
    if (top.length === TOP && scores[row]! <= scores[top[TOP - 1]!]!) continue;
    let at = top.length;
    while (at > 0 && scores[top[at - 1]!]! < scores[row]!) at--;
    top.splice(at, 0, row);
    if (top.length > TOP) top.pop();
  }
  return top;
}
