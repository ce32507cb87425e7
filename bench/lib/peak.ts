import { TensorProto_DataType as DataType } from 'onnx-buf';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { onnxGraph } from '../../src/engine/models/graph/onnx-graph.ts';

/** Rows, inputs and outputs of each product: large, and within the caches once cut in blocks. */
const SIZE = 1024;
const PRODUCTS = 8;

export interface Peak {
  /** Runs once; returns 10⁹ operations (a multiplication and an addition are two) per second. */
  measure(): Promise<number>;
  release(): Promise<void>;
}

/** The most that large matrix products reach through ONNX Runtime: float32, or unsigned × signed bytes. */
export async function openPeak(bits: 8 | 32, threads: number): Promise<Peak> {
  const graph = onnxGraph();
  const x = graph.input('x', [SIZE, SIZE]);
  const bytes = graph.node('Cast', [x], { to: DataType.UINT8 });
  for (let p = 0; p < PRODUCTS; p++) {
    const product =
      bits === 8
        ? graph.node('MatMulInteger', [
            bytes,
            graph.tensor(new Int8Array(SIZE * SIZE).fill(p + 1), [SIZE, SIZE]),
          ])
        : graph.node('MatMul', [x, graph.tensor(new Float32Array(SIZE * SIZE).fill(p + 1), [SIZE, SIZE])]);
    const corner = graph.node('Slice', [product, graph.ints(0), graph.ints(1), graph.ints(0)]);
    graph.output(`y${p}`, [1, SIZE], graph.node('Cast', [corner], { to: DataType.FLOAT }));
  }
  const session = await InferenceSession.create(graph.finish('peak'), { intraOpNumThreads: threads });
  const input = new Tensor('float32', new Float32Array(SIZE * SIZE).fill(1), [SIZE, SIZE]);
  return {
    async measure() {
      const start = performance.now();
      await session.run({ x: input });
      return (2 * SIZE ** 3 * PRODUCTS) / ((performance.now() - start) * 1e6);
    },
    release: () => session.release(),
  };
}
