import { expect, test } from 'vitest';
import { QuestionMeans, QuestionSums } from './question-means.ts';

const constant = Float32Array.of(1, 0);
const sumsOf = (counts: Record<string, readonly [count: number, vector: Float32Array]>) => {
  const sums = new QuestionSums();
  for (const [language, [count, vector]] of Object.entries(counts))
    for (let i = 0; i < count; i++) sums.add(language, vector);
  return sums;
};
const [es, en] = [Float32Array.of(0, 1), Float32Array.of(0, -1)];

test('without titles, the constant is taken off', () => {
  expect(new QuestionMeans().of('es', constant)).toBe(constant);
});

test('the more titles a language has, the nearer its mean is to theirs and the farther from the constant', () => {
  const at = (count: number) => new QuestionMeans(sumsOf({ es: [count, es] }).sums).of('es', constant);
  expect(at(1)[1]).toBeLessThan(0.05);
  expect([...at(50)]).toEqual([0.5, 0.5]);
  expect(at(200)[1]).toBeCloseTo(0.8);
});

test('each language has its own; where the language is not sure, it is that of all titles', () => {
  const means = new QuestionMeans(sumsOf({ es: [150, es], en: [50, en] }).sums);
  expect(means.of('es', constant)[1]).toBeGreaterThan(0.7);
  expect(means.of('en', constant)[1]).toBe(-0.5);
  for (const unsure of ['und', 'fr']) expect(means.of(unsure, constant)[1]).toBeCloseTo(100 / 250);
});

test('a title that is taken out again leaves no trace', () => {
  const sums = sumsOf({ es: [20, es] });
  const before = [...new QuestionMeans(sums.sums).of('es', constant)];
  sums.add('es', en);
  sums.add('es', en, -1);
  expect([...new QuestionMeans(sums.sums).of('es', constant)]).toEqual(before);
});

test('what was written is read again; what is damaged or of another model is no mean', () => {
  const means = new QuestionMeans(sumsOf({ es: [30, es], und: [5, en] }).sums);
  const read = QuestionMeans.read(means.write());
  for (const language of ['es', 'und', 'fr'])
    expect(read.of(language, constant)).toEqual(means.of(language, constant));
  for (const damaged of [undefined, '', '{"', '[1]'])
    expect(QuestionMeans.read(damaged).of('es', constant)).toBe(constant);
  const wider = Float32Array.of(1, 0, 0);
  expect(read.of('es', wider)).toBe(wider);
});
