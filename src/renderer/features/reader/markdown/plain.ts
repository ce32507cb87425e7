import { own } from './elements.ts';
import type { Block, PlainReason } from './types.ts';

/** Lines and characters of one block of plain text. */
const LINES = 200;
const LENGTH = 8000;

/** Longer lines are data, not prose. */
const LONGEST_LINE = 150_000;

/** A part of a note as it stands in the file, in blocks short enough to be drawn one by one. */
export function plainBlocks(text: string, start: number, reason: PlainReason): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < text.length; ) {
    const to = cut(text, from);
    const at = { dataStart: start + from, dataEnd: start + to };
    const value = text.slice(from, to).replace(/\r?\n$/, '');
    const properties = blocks.length === 0 ? { ...at, dataReason: reason } : at;
    blocks.push({
      start: start + from,
      end: start + to,
      node: own('x-plain', properties, [{ type: 'text', value }]),
      blockIds: [],
      footnotes: [],
      joined: blocks.length > 0,
    });
    from = to;
  }
  return blocks;
}

function cut(text: string, from: number): number {
  const most = Math.min(text.length, from + LENGTH);
  let to = from;
  for (let lines = 0; lines < LINES; lines++) {
    const end = text.indexOf('\n', to);
    if (end < 0 || end >= most) break;
    to = end + 1;
  }
  if (to > from) return to;
  // A pair of surrogates stays one character.
  const high = text.charCodeAt(most - 1);
  return most < text.length && high >= 0xd800 && high < 0xdc00 ? most - 1 : most;
}

/** A line nested deeper than anyone writes, or longer than a parser should be given. */
export function tooMuch(text: string): PlainReason | null {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const lineEnd = end < 0 ? text.length : end;
    if (lineEnd - at > LONGEST_LINE) return 'long';
    at = lineEnd + 1;
  }
  return DEEP.test(text) ? 'deep' : null;
}

const DEEP =
  /^(?:[ \t]{0,9}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){60}|^[ \t]{400}[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]|[[*_~]{3000}/m;
