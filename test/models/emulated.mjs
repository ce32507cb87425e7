// Run by without-vnni.test.ts under an emulator, without WebAssembly and so without TypeScript: rows of embeddings
// in, vectors out.
import { readFileSync, writeFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const [, , graph, from, to] = process.argv;
const session = await InferenceSession.create(graph, { intraOpNumThreads: 1 });
const vectors = [];
for (const { rows, dims } of JSON.parse(readFileSync(from, 'utf8'))) {
  const embeddings = new Tensor('float32', Float32Array.from(rows), dims);
  vectors.push([...(await session.run({ embeddings })).vectors.data]);
}
writeFileSync(to, JSON.stringify(vectors));
