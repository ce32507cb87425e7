import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema, TensorProto_DataType } from 'onnx-buf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODEL_IDS } from '../../src/engine/models/catalogue.ts';
import { builtModel, encoderOf, openRunner, variedTexts } from './built.ts';
import { centred, cosine, dot, mean, neighbours, overlap } from './vectors.ts';

/** The 8-bit graph beside the full-precision one, which `reference.test.ts` holds against independent engines. */
for (const id of MODEL_IDS) {
  const found = builtModel(id);
  const missing = found ? '' : ' (left out: the model is not built here)';
  describe.skipIf(!found)(`8 bits of ${id}${missing}`, () => {
    let full: Float32Array[] = [];
    let fast: Float32Array[] = [];
    const texts = variedTexts();

    beforeAll(async () => {
      const encode = encoderOf(found!);
      const ids = texts.map((text) => encode(found!.manifest.prefixes.passage + text));
      const graphs = [await openRunner(found!, 'full'), await openRunner(found!, 'fast')] as const;
      [full, fast] = [await graphs[0].run(ids), await graphs[1].run(ids)];
      await Promise.all(graphs.map((g) => g.close()));
    }, 600_000);
    afterAll(() => {
      full = fast = [];
    });

    it('is tried on at least 200 texts that the calibration has not seen', () => {
      expect(new Set(texts).size).toBeGreaterThanOrEqual(200);
    });

    it('gives unit vectors', () => {
      for (const v of [...full, ...fast]) expect(dot(v, v)).toBeCloseTo(1, 5);
    });

    it('keeps every text’s direction after centring', () => {
      const likeness = centred(fast, full).map((v, i) => cosine(v, centred(full, full)[i]!));
      expect(mean(likeness)).toBeGreaterThanOrEqual(0.99);
      expect(Math.min(...likeness)).toBeGreaterThanOrEqual(0.98);
    });

    it('has no two neighbouring weights that overflow 16 bits, as CPUs without VNNI would', () => {
      const bytes = readFileSync(join(found!.dir, found!.manifest.graphs.fast.path));
      const { graph } = fromBinary(ModelProtoSchema, bytes);
      const weights = graph!.initializer.filter((t) => t.dataType === TensorProto_DataType.INT8);
      expect(weights.length).toBeGreaterThan(30);
      for (const { name, dims, rawData } of weights)
        expect(
          largestSum(new Int8Array(rawData.buffer, rawData.byteOffset, rawData.length), Number(dims[1])),
          name,
        ).toBeLessThanOrEqual(32767 / 255);
    });

    it('keeps the neighbours', () => {
      const kept = overlap(neighbours(centred(full, full), 10), neighbours(centred(fast, fast), 10));
      expect(kept).toBeGreaterThanOrEqual(0.94);
    });
  });
}

/** Largest sum, in magnitude, of two weights of one sign that stand below one another in pairs of rows. */
function largestSum(values: Int8Array, columns: number): number {
  let largest = 0;
  for (let row = 0; row < values.length; row += 2 * columns)
    for (let i = row; i < row + columns; i++) {
      const [a, b] = [values[i]!, values[i + columns]!];
      if (a * b > 0) largest = Math.max(largest, Math.abs(a + b));
    }
  return largest;
}
