import { isUtf8 } from 'node:buffer';
import type { NoteEncoding, Oddity } from './note-file.ts';
import { looksBinary, looksUtf16, looksWindows1252 } from './sniff.ts';
import { decodeWindows1252, hasMojibake } from './windows-1252.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: NoteEncoding;
  readonly bom: boolean;
  readonly oddities: readonly Oddity[];
}

/** Bytes as text, in whichever encoding they are most plausibly in; null where they are not text at all. */
export function decode(bytes: Buffer): Decoded | null {
  const utf16 = utf16Bom(bytes);
  if (utf16) return decodeUtf16(bytes.subarray(2), utf16, true);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = bom ? bytes.subarray(3) : bytes;
  const valid = isUtf8(body);
  if (!bom) {
    const encoding = looksUtf16(body);
    if (encoding) return decodeUtf16(body, encoding, false);
  }
  if (looksBinary(body, valid)) return null;
  if (valid || bom || !looksWindows1252(body)) return decodeUtf8(body, valid, bom);
  return finish(decodeWindows1252(body), 'windows-1252', false, ['windows-1252']);
}

function utf16Bom(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decodeUtf8(body: Buffer, valid: boolean, bom: boolean): Decoded {
  // TextDecoder would take away a second BOM, and with it shift every offset.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
  return finish(text, 'utf-8', bom, valid ? [] : ['invalid-utf8']);
}

function decodeUtf16(body: Buffer, encoding: 'utf-16le' | 'utf-16be', bom: boolean): Decoded | null {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(body);
  // UTF-32 and binary files that begin like a BOM come out as a thicket of NULs.
  if (text.length > 0 && count(text, /\0/g) > text.length / 4) return null;
  const damaged = text.includes('\ufffd');
  return finish(text, encoding, bom, damaged ? ['utf-16', 'invalid-utf16'] : ['utf-16']);
}

function finish(text: string, encoding: NoteEncoding, bom: boolean, known: Oddity[]): Decoded {
  const oddities = [...known];
  if (text.includes('\0')) oddities.push('nul-bytes');
  if (hasMojibake(text)) oddities.push('mojibake');
  return { text, encoding, bom, oddities };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
