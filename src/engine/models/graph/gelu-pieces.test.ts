import { describe, expect, it } from 'vitest';
import { random, sourceOf, TINY_CONFIG, tinyTensors } from '../fixtures/tiny.ts';
import { bertEncoder } from '../weights/bert.ts';
import type { Linear } from '../weights/encoder-weights.ts';
import { GELU_STEP, GELU_ZERO, inPieces } from './gelu-pieces.ts';

const layer = bertEncoder(sourceOf(tinyTensors()), TINY_CONFIG).layers[0]!;
const { outputs } = layer.up;

function apply({ weight, bias, inputs, outputs }: Linear, x: Float64Array): Float64Array {
  const [w, b] = [weight(), bias()];
  return Float64Array.from({ length: outputs }, (_, o) => {
    let sum = b[o]!;
    for (let i = 0; i < inputs; i++) sum += w[o * inputs + i]! * x[i]!;
    return sum;
  });
}

/** Near enough to the error function's form: what matters here is how pieces add up. */
const gelu = (x: number) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));
const inByte = (x: number) =>
  (Math.min(255, Math.max(0, Math.round(x / GELU_STEP + GELU_ZERO))) - GELU_ZERO) * GELU_STEP;

const statsWith = (max: Float32Array) => ({
  min: new Float32Array(outputs).fill(-0.17),
  max,
  mean: new Float32Array(outputs),
});

describe('channels in pieces', () => {
  it('adds channels only where one leaves the range, in whole groups', () => {
    const calm = inPieces(layer, statsWith(new Float32Array(outputs).fill(2)));
    const max = new Float32Array(outputs).fill(2);
    max[3] = 33;
    const wild = inPieces(layer, statsWith(max));
    expect(calm.up.outputs - outputs).toBeLessThan(16);
    expect(wild.up.outputs % 16).toBe(0);
    expect(wild.up.outputs).toBeGreaterThanOrEqual(outputs + 8);
    expect(wild.down.inputs).toBe(wild.up.outputs);
    expect(wild.mean).toHaveLength(wild.up.outputs);
  });

  it('leaves out channels that hardly move, and puts their mean into the bias', () => {
    const max = new Float32Array(outputs).fill(2);
    const mean = new Float32Array(outputs);
    const moves = (channel: number) => channel < 30 || channel >= outputs - 2;
    for (let c = 0; c < outputs; c++) if (!moves(c)) [max[c], mean[c]] = [-0.1, -0.1];
    const min = max.map((m) => (m < 0 ? m - 1e-5 : -0.17));
    const pieces = inPieces(layer, { min, max, mean });
    expect(pieces.up.outputs).toBe(32);
    const next = random(7);
    const wide = Float64Array.from({ length: outputs }, (_, c) => (moves(c) ? next() * 2 : -0.1));
    const exact = apply(layer.down, wide);
    const near = apply(
      pieces.down,
      wide.filter((_, c) => moves(c)),
    );
    for (const [o, value] of near.entries()) expect(value).toBeCloseTo(exact[o]!, 5);
  });

  it('add up to what the layer gives, large values included', () => {
    const max = new Float32Array(outputs).fill(40);
    const pieces = inPieces(layer, statsWith(max));
    const next = random(4);
    for (const size of [1, 10, 60]) {
      const x = Float64Array.from({ length: layer.up.inputs }, () => (next() - 0.5) * size);
      const exact = apply(layer.down, apply(layer.up, x).map(gelu));
      const near = apply(pieces.down, apply(pieces.up, x).map(gelu).map(inByte));
      const weight = layer.down.weight().reduce((most, w) => Math.max(most, Math.abs(w)), 0);
      for (const [o, value] of near.entries())
        expect(Math.abs(value - exact[o]!)).toBeLessThan(0.19 * weight * outputs);
    }
  });
});
