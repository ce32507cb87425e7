import type { Node as JsonNode } from 'jsonc-parser';
import type { Span } from '../../common/span.ts';

/** A JSON string's value with the way back to the source. */
export interface JsonText extends Span {
  readonly text: string;
  /** Offset in the source of an offset in `text`. */
  sourceAt(offset: number): number;
  readonly escapes: readonly (Span & { readonly shown: string })[];
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/g;
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The span is what stands between the quotes; undefined for what is no string. */
export function readJsonString(source: string, node: JsonNode): JsonText | undefined {
  if (node.type !== 'string' || typeof node.value !== 'string') return undefined;
  const start = node.offset + 1;
  const end = node.offset + node.length - 1;
  const raw = source.slice(start, end);
  const escapes: (Span & { shown: string })[] = [];
  // Of every escape: where what follows it stands in the value, and how much longer the source is by then.
  const after: number[] = [];
  const longer: number[] = [];
  let extra = 0;
  for (const m of raw.matchAll(ESCAPE)) {
    const shown = m[1] ? String.fromCharCode(Number.parseInt(m[1], 16)) : (CONTROLS[m[2]!] ?? m[2]!);
    escapes.push({ start: start + m.index, end: start + m.index + m[0].length, shown });
    extra += m[0].length - 1;
    after.push(m.index + m[0].length - extra);
    longer.push(extra);
  }
  const sourceAt = (offset: number): number => {
    let low = 0;
    let high = after.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (after[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return start + offset + (low === 0 ? 0 : longer[low - 1]!);
  };
  return { start, end, text: node.value, sourceAt, escapes };
}
