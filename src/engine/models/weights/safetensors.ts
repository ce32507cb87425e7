import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';
import type { StoredTensor, TensorSource } from './source.ts';

const Entry = z.object({
  dtype: z.string(),
  shape: z.array(z.number().int().nonnegative()),
  data_offsets: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
});

const ENCODINGS: Readonly<Record<string, { encoding: 'f16' | 'f32'; bytes: number }>> = {
  F16: { encoding: 'f16', bytes: 2 },
  F32: { encoding: 'f32', bytes: 4 },
};

/** A header longer than this is no header: the largest real ones have a few hundred kilobytes. */
const LONGEST_HEADER = 64 * 1024 * 1024;

/**
 * Opens a safetensors file. Tensors are read when asked for. Throws RangeError when the header is not what the
 * format says, or points outside the file. Call `close` when done.
 */
export function openSafetensors(path: string): TensorSource & { close(): void } {
  const fd = openSync(path, 'r');
  const read = (at: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const n = readSync(fd, bytes, done, Math.min(length - done, 1 << 30), at + done);
      if (n === 0) throw new RangeError(`${path} ends too early`);
      done += n;
    }
    return bytes;
  };
  try {
    const size = fstatSync(fd).size;
    const length = Number(new DataView(read(0, 8).buffer).getBigUint64(0, true));
    if (length > Math.min(size - 8, LONGEST_HEADER))
      throw new RangeError(`${path} has no safetensors header`);
    const header: Record<string, unknown> = JSON.parse(new TextDecoder().decode(read(8, length)));
    const tensor = (name: string): StoredTensor => {
      if (!Object.hasOwn(header, name)) throw new RangeError(`${name} is missing in ${path}`);
      const entry = Entry.parse(header[name]);
      const type = ENCODINGS[entry.dtype];
      if (!type) throw new RangeError(`${name} is ${entry.dtype}: only F16 and F32 are understood`);
      const [start, end] = entry.data_offsets;
      const elements = entry.shape.reduce((a, b) => a * b, 1);
      if (end - start !== elements * type.bytes || 8 + length + end > size)
        throw new RangeError(`${name} points outside ${path}`);
      return { encoding: type.encoding, elements, bytes: read(8 + length + start, end - start) };
    };
    return { has: (name) => Object.hasOwn(header, name), tensor, close: () => closeSync(fd) };
  } catch (error) {
    closeSync(fd);
    throw error instanceof SyntaxError
      ? new RangeError(`${path} has no safetensors header`, { cause: error })
      : error;
  }
}
