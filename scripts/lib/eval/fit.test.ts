import { expect, test } from 'vitest';
import { seeded } from '../../../src/engine/search/vectors/made-vectors.ts';
import { type FitCase, fitWeights, leaveOneOut, ndcgOf } from './fit.ts';

/** Candidates with one feature that tells what is right, one that is noise, and one that is as telling, upside down. */
function made(vault: string, seed: number): FitCase[] {
  const random = seeded(seed);
  return Array.from({ length: 30 }, () => {
    const rows = Array.from({ length: 40 }, () => ({ right: random() < 0.1, noise: random() }));
    const features = rows.flatMap(({ right, noise }) => {
      const telling = (right ? 0.5 : 0) + random() * 0.7;
      return [telling, noise, 1 - telling];
    });
    const relevant = rows.flatMap(({ right }, row) => (right ? [row] : []));
    return { vault, features: Float32Array.from(features), relevant, total: relevant.length };
  });
}

const cases = [...made('a', 1), ...made('b', 2), ...made('c', 3)];
const names = ['telling', 'noise', 'misleading'];

test('finds what tells, and does without the rest', () => {
  const [telling, noise, misleading] = fitWeights(cases, { names });
  expect(telling).toBe(1);
  expect(noise).toBeLessThan(0.25);
  expect(misleading).toBe(0);
  expect(ndcgOf(cases, [telling!, noise!, misleading!])).toBeGreaterThan(ndcgOf(cases, [1, 1, 1]) + 0.1);
});

test('only a feature that may be negative becomes so', () => {
  const options = { names, start: [0, 0, 0.5], signed: new Set(['misleading']) };
  expect(fitWeights(cases, options)[2]).toBeLessThanOrEqual(0);
  expect(fitWeights(cases, { ...options, signed: new Set() }).every((weight) => weight >= 0)).toBe(true);
});

test('a vault is judged by weights that have not seen it', () => {
  // In the odd vault everything is the other way round: fitted on the others, its figure must be bad.
  const odd = made('odd', 4).map((c) => ({
    ...c,
    features: c.features.map((x, i) => (i % 3 === 1 ? x : 1 - x)),
  }));
  const { folds } = leaveOneOut([...cases, ...odd], { names });
  const ofVault = new Map(folds.map((fold) => [fold.vault, fold]));
  expect(ofVault.get('odd')!.ndcg).toBeLessThan(0.2);
  expect(ofVault.get('a')!.ndcg).toBeGreaterThan(0.5);
  expect(ofVault.get('odd')!.n).toBe(30);
});

test('what was no candidate counts as missed', () => {
  const [first] = cases;
  const half = { ...first!, total: first!.total * 2 };
  expect(ndcgOf([half], [1, 0, 0])).toBeLessThan(ndcgOf([first!], [1, 0, 0]));
});
