import { expect, test } from 'vitest';
import { LanguageMeans, unitDifference } from './centring.ts';
import { vectorMaker } from './made-vectors.ts';

const DIMENSIONS = 48;

function meansOf(languages: Record<string, number>) {
  const maker = vectorMaker(DIMENSIONS, { topics: 30, common: 2 });
  const means = new LanguageMeans(DIMENSIONS);
  const vectors = Object.entries(languages).flatMap(([language, count], l) =>
    Array.from({ length: count }, (_, i) => ({ language, vector: maker.vector(i, l) })),
  );
  for (const { language, vector } of vectors) means.add(language, vector);
  return { means, vectors, maker };
}

const length = (v: Float32Array) => Math.hypot(...v);

test('centred vectors have length 1 and nothing in common', () => {
  const { means, vectors } = meansOf({ es: 300 });
  const centring = means.centring();
  const sum = new Float32Array(DIMENSIONS);
  for (const { vector, language } of vectors) {
    const centred = centring.centre(vector, language);
    expect(length(centred)).toBeCloseTo(1, 5);
    for (let i = 0; i < DIMENSIONS; i++) sum[i]! += centred[i]! / vectors.length;
  }
  expect(length(sum)).toBeLessThan(0.1);
});

test('a language with some passages has a mean of its own, others the vault’s', () => {
  const { means } = meansOf({ es: 400, en: 200, fr: 5, de: 5, und: 50 });
  const centring = means.centring();
  expect(centring.meanOf('fr')).toBe(centring.meanOf('de'));
  expect(centring.meanOf('und')).toBe(centring.meanOf('fr'));
  expect(centring.meanOf('es')).not.toEqual(centring.meanOf('en'));
});

test('the fewer passages a language has, the nearer its mean is to the vault’s', () => {
  const distance = (fr: number) => {
    const centring = meansOf({ es: 400, fr }).means.centring();
    const [own, whole] = [centring.meanOf('fr'), centring.meanOf('und')];
    return Math.hypot(...own.map((x, i) => x - whole[i]!));
  };
  expect(distance(12)).toBeLessThan(distance(30));
  expect(distance(30)).toBeLessThan(distance(120));
});

test('of a sample, a language’s passages count for those they stand for', () => {
  const { means } = meansOf({ es: 8, en: 8 });
  const [all, sample] = [means.centring(1), means.centring(10)];
  expect(all.meanOf('es')).toBe(all.meanOf('en'));
  expect(sample.meanOf('es')).not.toEqual(sample.meanOf('en'));
});

test('a passage alone in its vault is not centred to nothing', () => {
  const { means, vectors } = meansOf({ es: 1 });
  expect(length(means.centring().centre(vectors[0]!.vector, 'es'))).toBeCloseTo(1, 5);
});

test('without passages nothing is taken off', () => {
  const vector = vectorMaker(DIMENSIONS).vector(1);
  const centred = new LanguageMeans(DIMENSIONS).centring().centre(vector, 'es');
  for (let i = 0; i < DIMENSIONS; i++) expect(centred[i]).toBeCloseTo(vector[i]!, 6);
});

test('what was added and removed leaves no trace', () => {
  const { means, vectors, maker } = meansOf({ es: 200 });
  const before = means.centring();
  const more = Array.from({ length: 50 }, (_, i) => maker.vector(i, 2));
  for (const vector of more) means.add('fr', vector);
  expect(means.drift(before)).toBeGreaterThan(0.03);
  for (const vector of more) means.remove('fr', vector);
  expect(means.drift(before)).toBeLessThan(1e-6);
  expect(means.count).toBe(vectors.length);
});

test('a difference of nothing is nothing, not NaN', () => {
  const vector = vectorMaker(DIMENSIONS).vector(1);
  expect([...unitDifference(vector, vector)]).toEqual(Array(DIMENSIONS).fill(0));
});
