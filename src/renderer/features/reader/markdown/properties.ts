import { parseDocument } from 'yaml';
import { reasonOf } from '../../../../common/errors.ts';
import type { Properties, PropertyValue } from './types.ts';

const OPEN = /^\uFEFF?---[ \t]{0,99}(?:\r\n?|\n)/;
const CLOSE = /^---[ \t]{0,99}$/m;
/** Nobody wrote more by hand, and reading YAML is slow. */
const LONGEST = 256 * 1024;
const DEEPEST = 8;

/** The properties at the top of a note; null where it has none. What cannot be read is kept as text. */
export function readProperties(text: string): Properties | null {
  const open = OPEN.exec(text)?.[0];
  if (!open) return null;
  const rest = text.slice(open.length);
  const close = CLOSE.exec(rest);
  if (!close) return null;
  const raw = rest.slice(0, close.index).replace(/\r\n?/g, '\n');
  let end = open.length + close.index + close[0].length;
  if (text[end] === '\r') end++;
  if (text[end] === '\n') end++;
  return { start: 0, end, raw, ...readYaml(raw) };
}

function readYaml(raw: string): Pick<Properties, 'entries' | 'error'> {
  if (raw.length > LONGEST) return { entries: [], error: `> ${LONGEST}` };
  try {
    const document = parseDocument(raw, {
      version: '1.2',
      // A name given twice is a slip; the last one counts.
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error) return { entries: [], error: firstLine(error.message) };
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value === null || value === undefined) return { entries: [], error: null };
    if (typeof value !== 'object' || Array.isArray(value)) return { entries: [], error: 'not a mapping' };
    return { entries: Object.entries(value).map(([name, v]) => [name, plain(v, 0)] as const), error: null };
  } catch (error) {
    return { entries: [], error: firstLine(reasonOf(error)) };
  }
}

/** What can be sent from thread to thread and shown: no dates, no depths. */
function plain(value: unknown, depth: number): PropertyValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(value)) return value.map((v) => plain(v, depth + 1));
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v, depth + 1)]));
  return String(value);
}

const firstLine = (message: string): string => message.split('\n', 1)[0]!.replace(/:$/, '');
