import { InferenceSession, Tensor } from 'onnxruntime-node';
import { onnxGraph } from '../models/graph/onnx-graph.ts';

const INPUTS = 64;
const OUTPUTS = 16;
const UINT8 = 2;
const FLOAT = 1;

/**
 * Whether 8-bit products of this machine are wrong at the extremes: x64 without VNNI adds pairs of u8 × s8 products in
 * 16 bits and saturates. Then `session.x64quantprecision` must be set; elsewhere it only costs.
 */
export function saturates(): Promise<boolean> {
  verdict ??= measure();
  return verdict;
}

let verdict: Promise<boolean> | undefined;

async function measure(): Promise<boolean> {
  if (process.arch !== 'x64') return false;
  const session = await InferenceSession.create(extremeProduct(), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  try {
    const rows = 8;
    const x = new Tensor('float32', new Float32Array(rows * INPUTS).fill(255), [rows, INPUTS]);
    const { y } = await session.run({ x });
    return (y!.data as Float32Array).some((sum) => sum !== 255 * 127 * INPUTS);
  } finally {
    await session.release();
  }
}

/** x (as u8) times a matrix of 127 (s8): the largest sums there can be. */
function extremeProduct(): Uint8Array {
  const graph = onnxGraph();
  const bytes = graph.node('Cast', ['x'], { to: UINT8 });
  const weights = graph.tensor(new Int8Array(INPUTS * OUTPUTS).fill(127), [INPUTS, OUTPUTS]);
  const sums = graph.node('Cast', [graph.node('MatMulInteger', [bytes, weights])], { to: FLOAT });
  return graph.finish({
    name: 'canary',
    input: { name: 'x', dims: ['rows', INPUTS] },
    output: { name: 'y', dims: ['rows', OUTPUTS] },
    from: sums,
  });
}
