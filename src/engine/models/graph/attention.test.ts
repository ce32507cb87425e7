import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { random } from '../fixtures/tiny.ts';
import { attentionByLength, fusedAttention, isShort, LONG } from './attention.ts';
import { onnxGraph } from './onnx-graph.ts';

const [HEADS, DIMENSIONS] = [4, 32];

/** Both ways side by side, query, key and value made of one input. */
function bothWays(): Uint8Array {
  const graph = onnxGraph(23);
  const dims = ['batch', 'sequence', DIMENSIONS];
  const x = graph.input('x', dims);
  const tokens = graph.node('Slice', [graph.node('Shape', [x]), graph.ints(1), graph.ints(2)]);
  const parts = [x, graph.node('Neg', [x]), graph.node('Sin', [x])];
  graph.output('fused', dims, fusedAttention(graph, parts, HEADS));
  const byLength = attentionByLength(graph, isShort(graph, tokens), parts, HEADS, DIMENSIONS);
  graph.output('byLength', dims, byLength);
  return graph.finish('attention');
}

describe('attention by length', () => {
  let session: InferenceSession;
  beforeAll(async () => {
    session = await InferenceSession.create(bothWays(), { intraOpNumThreads: 1 });
  });
  afterAll(() => session.release());

  it.each([1, 7, LONG - 1, LONG, LONG + 41])(
    'is attention, whatever the operator: %i tokens',
    async (tokens) => {
      const next = random(tokens);
      const data = Float32Array.from({ length: 2 * tokens * DIMENSIONS }, () => (next() - 0.5) * 4);
      const { fused, byLength } = await session.run({
        x: new Tensor('float32', data, [2, tokens, DIMENSIONS]),
      });
      expect(byLength!.dims).toEqual([2, tokens, DIMENSIONS]);
      const [expected, got] = [fused!.data as Float32Array, byLength!.data as Float32Array];
      for (const [i, value] of got.entries()) expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-5);
    },
  );

  it('runs one operator for short texts and another for long ones', () => {
    const text = Buffer.from(bothWays()).toString('latin1');
    expect(text.match(/MultiHeadAttention/g)).toHaveLength(2);
    expect(text).toContain('q_num_heads');
  });
});
