import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readE5S1 } from './e5s1.ts';
import { floatsToQ4 } from './q4.ts';

const SIZE = { hidden: 32, layers: 1, heads: 2, wide: 64, words: 5, positions: 4 };

/** A whole file of the format, written from its description. */
function tinyFile(): { file: Buffer; words: Uint8Array } {
  const parts: Buffer[] = [];
  const u8 = (n: number) => parts.push(Buffer.from([n]));
  const u16 = (n: number) => parts.push(Buffer.from(Uint16Array.of(n).buffer));
  const u32 = (n: number) => parts.push(Buffer.from(Uint32Array.of(n).buffer));
  const f32 = (n: number) => parts.push(Buffer.from(Float32Array.of(n).buffer));
  const u64 = (n: number) => parts.push(Buffer.from(BigUint64Array.of(BigInt(n)).buffer));
  parts.push(Buffer.from('E5S1'));
  u32(1);
  for (const n of Object.values(SIZE)) u32(n);
  u32(2); // token types
  f32(1e-12);
  u32(32);
  const pieces = ['<s>', '<pad>', '</s>', '<unk>', '▁ñ'];
  for (const n of [pieces.length, 0, 2, 1, 3]) u32(n);
  const blob = Buffer.from(pieces.join(''));
  u64(blob.length);
  let at = 0;
  for (const piece of ['', ...pieces]) {
    at += Buffer.byteLength(piece);
    u32(at);
  }
  for (let i = 0; i < pieces.length; i++) f32(-i);
  parts.push(blob);
  u32(1);
  u32(9);
  u32(0xa0);
  u8(1);
  u32(0x20);

  const ramp = (n: number) => Float32Array.from({ length: n }, (_, i) => ((i * 7) % 31) / 16 - 1);
  const { hidden: d, wide } = SIZE;
  const layer = (name: string, inputs: number, outputs: number): [string, number, boolean][] => [
    [`${name}.w`, inputs * outputs, true],
    [`${name}.b`, outputs, false],
  ];
  const norm = (name: string): [string, number, boolean][] => [
    [`${name}.w`, d, false],
    [`${name}.b`, d, false],
  ];
  const tensors: [string, number, boolean][] = [
    ['emb.word', SIZE.words * d, true],
    ['emb.pos', SIZE.positions * d, true],
    ['emb.type', 2 * d, true],
    ...norm('emb.ln'),
    ...['l0.q', 'l0.k', 'l0.v', 'l0.ao'].flatMap((name) => layer(name, d, d)),
    ...layer('l0.fi', d, wide),
    ...layer('l0.fo', wide, d),
    ...norm('l0.aln'),
    ...norm('l0.oln'),
  ];
  const data = tensors.map(([, n, q4]) =>
    q4 ? Buffer.from(floatsToQ4(ramp(n))) : Buffer.from(ramp(n).buffer),
  );
  const table = tensors.reduce((sum, [name]) => sum + 2 + name.length + 21, 4);
  let offset = parts.reduce((sum, p) => sum + p.length, 0) + table;
  u32(tensors.length);
  tensors.forEach(([name, n, q4], i) => {
    u16(name.length);
    parts.push(Buffer.from(name));
    u8(q4 ? 1 : 0);
    u32(n);
    u64(offset);
    u64(data[i]!.length);
    offset += data[i]!.length;
  });
  return { file: Buffer.concat([...parts, ...data]), words: data[0]! };
}

describe('an E5S1 file', () => {
  const { file, words } = tinyFile();
  const { encoder, vocabulary } = readE5S1(file);

  it('says what the model is', () => {
    expect(encoder.config).toEqual({
      dimensions: 32,
      layers: 1,
      heads: 2,
      feedForward: 64,
      positions: 4,
      vocabulary: 5,
      epsilon: 1e-12,
    });
  });

  it('has the vocabulary with its scores and special ids', () => {
    expect(vocabulary).toEqual({
      pieces: ['<s>', '<pad>', '</s>', '<unk>', '▁ñ'].map((piece, i) => [piece, -i]),
      bos: 0,
      eos: 2,
      pad: 1,
      unk: 3,
    });
  });

  it('hands on the word table byte for byte', () => {
    expect(Buffer.from(encoder.words().bytes).equals(Buffer.from(words))).toBe(true);
  });

  it('adds the first token type to the positions', () => {
    const positions = encoder.positions();
    expect(positions).toHaveLength(4 * 32);
    // Both tensors are the same ramp, so that the first row is doubled.
    const bias = encoder.layers[0]!.query.bias();
    expect(positions[5]).toBeCloseTo(2 * bias[5]!, 1);
  });

  it('is refused when it is another format or cut short, wherever that is', () => {
    expect(() => readE5S1(Buffer.from('GGUF....'))).toThrow(RangeError);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: file.length - 1 }), (length) => {
        expect(() => readE5S1(file.subarray(0, length))).toThrow(RangeError);
      }),
    );
  });
});
