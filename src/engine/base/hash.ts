import { createHash } from 'node:crypto';

/** 128 bits of SHA-256 over UTF-8, in hex: the identity of a text in the index. */
export const textHash = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32);

/** 128 bits of SHA-256 over raw bytes, in hex: the identity of a file's content. */
export const bytesHash = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);
