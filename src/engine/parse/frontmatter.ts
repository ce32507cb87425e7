import { parseDocument } from 'yaml';
import { reasonOf } from '../../common/errors.ts';
import { parseWikilink } from '../../common/markup/link-syntax.ts';
import { wikilinkEnd } from '../../common/markup/mask.ts';
import type { Frontmatter, Link } from './note.ts';

/** Longer frontmatter is kept as text and not read: no one writes it, and reading YAML is slow. */
const LONGEST = 256 * 1024;

const OPEN = /^---[ \t]{0,99}(?:\r\n?|\n)/;
const CLOSE = /^---[ \t]{0,99}$/m;

/** The YAML between `---` lines at the very start; null where there is none. Broken YAML is kept as text. */
export function readFrontmatter(text: string): Frontmatter | null {
  const open = OPEN.exec(text);
  if (!open) return null;
  const start = open[0].length;
  const rest = text.slice(start);
  const close = CLOSE.exec(rest);
  if (!close) return null;
  const raw = rest.slice(0, close.index);
  let end = start + close.index + close[0].length;
  if (text[end] === '\r') end++;
  if (text[end] === '\n') end++;
  return { start: 0, end, raw, ...readYaml(raw) };
}

function readYaml(raw: string): Pick<Frontmatter, 'data' | 'error'> {
  if (raw.length > LONGEST) return { data: {}, error: `longer than ${LONGEST} characters` };
  try {
    const document = parseDocument(raw.replace(/\r\n?/g, '\n'), {
      version: '1.2',
      // A key given twice is a slip, not a reason to lose the others; the last one counts.
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error) return { data: {}, error: firstLine(error.message) };
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value === null || value === undefined) return { data: {} };
    if (typeof value !== 'object' || Array.isArray(value)) return { data: {}, error: 'not a mapping' };
    return { data: value as Record<string, unknown> };
  } catch (error) {
    // Too deep for the parser's stack, or more aliases than allowed.
    return { data: {}, error: firstLine(reasonOf(error)) };
  }
}

const firstLine = (message: string): string => message.split('\n', 1)[0]!.replace(/:$/, '');

/** `[[links]]` in the values, with offsets into the note's text. Comments hold none. */
export function frontmatterLinks(frontmatter: Frontmatter, text: string): Link[] {
  const links: Link[] = [];
  const limit = frontmatter.end;
  for (let at = text.indexOf('[['); at >= 0 && at < limit; ) {
    const end = wikilinkEnd(text, at + 2);
    const parts = end > 0 && !inComment(text, at) ? parseWikilink(text.slice(at + 2, end - 2)) : null;
    if (parts) links.push({ kind: 'frontmatter', ...parts, start: at, end });
    at = text.indexOf('[[', end > 0 ? end : at + 2);
  }
  return links;
}

function inComment(text: string, at: number): boolean {
  // A comment that starts further back on the line is not one anybody wrote.
  const line = text.slice(Math.max(0, at - 500), at);
  return /^[ \t]*#/.test(line.slice(line.lastIndexOf('\n') + 1));
}
