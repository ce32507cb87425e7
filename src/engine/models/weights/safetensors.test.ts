import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { safetensorsOf, tinyTensors } from '../fixtures/tiny.ts';
import { openSafetensors } from './safetensors.ts';
import { toFloats } from './source.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-safetensors-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (bytes: Uint8Array) => {
  const path = join(folder, 'model.safetensors');
  writeFileSync(path, bytes);
  return path;
};

const withHeader = (header: unknown, data = 0) => {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return write(Buffer.concat([length, text, Buffer.alloc(data)]));
};

it('reads every tensor as it was written', () => {
  const tensors = tinyTensors();
  const file = openSafetensors(write(safetensorsOf(tensors)));
  for (const [name, { values }] of tensors) {
    expect(file.has(name)).toBe(true);
    expect(toFloats(file.tensor(name))).toEqual(values);
  }
  file.close();
});

it('reads halves', () => {
  const path = withHeader({ x: { dtype: 'F16', shape: [2], data_offsets: [0, 4] } }, 4);
  const file = openSafetensors(path);
  expect(file.tensor('x')).toMatchObject({ encoding: 'f16', elements: 2 });
  file.close();
});

describe('refuses', () => {
  const reading = (path: string) => {
    const file = openSafetensors(path);
    try {
      return file.tensor('x');
    } finally {
      file.close();
    }
  };

  it.each([
    ['a tensor that is not there', { y: { dtype: 'F32', shape: [1], data_offsets: [0, 4] } }],
    ['a type it does not know', { x: { dtype: 'BF16', shape: [2], data_offsets: [0, 4] } }],
    ['a tensor past the end', { x: { dtype: 'F32', shape: [9], data_offsets: [0, 36] } }],
    ['a shape that is not its bytes', { x: { dtype: 'F32', shape: [2], data_offsets: [0, 4] } }],
    ['a header that is no JSON', '{"x": '],
  ])('%s', (_, header) => {
    expect(() => reading(withHeader(header, 4))).toThrow(RangeError);
  });

  it('an empty file, a short one, and one that is something else', () => {
    expect(() => openSafetensors(write(new Uint8Array(0)))).toThrow(RangeError);
    expect(() => openSafetensors(write(new Uint8Array(5)))).toThrow(RangeError);
    expect(() => openSafetensors(write(Buffer.from('<!doctype html><title>Not found</title>')))).toThrow(
      RangeError,
    );
  });
});
