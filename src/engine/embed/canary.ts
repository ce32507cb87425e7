import { InferenceSession, Tensor } from 'onnxruntime-node';

const INPUTS = 16;
const OUTPUTS = 16;

/**
 * An ONNX graph: x, as unsigned bytes, times a matrix of 127: the largest sums there can be. It stands here as bytes
 * around that matrix, because loading the library that writes such graphs would take each worker a fifth of a second;
 * the test writes it anew and compares.
 */
export const EXTREME_PRODUCT: Uint8Array = Buffer.concat([
  Buffer.from(
    'CAkSCHBvcnRvbGFuOuEDCh4KAXgSBmNhc3RfMCIEQ2FzdCoJCgJ0bxgCoAECOgAKLwoGY2FzdF8wCgN3XzESD21hdG11bGludGVnZXJfMiINTWF0TXVsSW50ZWdlcjoACiwKD21hdG11bGludGVnZXJfMhIGY2FzdF8zIgRDYXN0KgkKAnRvGAGgAQI6AAoVCgZjYXN0XzMSAXkiCElkZW50aXR5EgZjYW5hcnkqjgIIEAgQEANCA3dfMUqAAg==',
    'base64',
  ),
  Buffer.alloc(INPUTS * OUTPUTS, 127),
  Buffer.from('WhcKAXgSEgoQCAESDAoGEgRyb3dzCgIIEGIXCgF5EhIKEAgBEgwKBhIEcm93cwoCCBBCBAoAEBQ=', 'base64'),
]);

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
  const session = await InferenceSession.create(EXTREME_PRODUCT, {
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
