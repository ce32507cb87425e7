import { InferenceSession, Tensor } from 'onnxruntime-node';
import { expect, it } from 'vitest';
import { onnxGraph } from '../models/graph/onnx-graph.ts';
import { EXTREME_PRODUCT, saturates } from './canary.ts';

const UINT8 = 2;
const FLOAT = 1;

it('holds the graph that the writer of graphs would write', () => {
  const graph = onnxGraph();
  const bytes = graph.node('Cast', [graph.input('x', ['rows', 16])], { to: UINT8 });
  const weights = graph.tensor(new Int8Array(16 * 16).fill(127), [16, 16]);
  const sums = graph.node('Cast', [graph.node('MatMulInteger', [bytes, weights])], { to: FLOAT });
  graph.output('y', ['rows', 16], sums);
  expect(Buffer.from(EXTREME_PRODUCT).equals(Buffer.from(graph.finish('canary')))).toBe(true);
});

it('computes what it says for numbers too small to saturate', async () => {
  const session = await InferenceSession.create(EXTREME_PRODUCT);
  const x = new Tensor(
    'float32',
    Float32Array.from({ length: 16 }, (_, i) => i),
    [1, 16],
  );
  const { y } = await session.run({ x });
  expect(Array.from(y!.data as Float32Array)).toEqual(new Array(16).fill(127 * 120));
  await session.release();
});

it('knows whether 8-bit products saturate here, and asks the machine once', async () => {
  const first = saturates();
  expect(saturates()).toBe(first);
  expect(typeof (await first)).toBe('boolean');
});
