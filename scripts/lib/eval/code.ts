import type { Note } from '../../../src/engine/parse/note.ts';
import { without } from './strip-links.ts';

/**
 * A note's source without what stays the same when it is translated: code, addresses, ids of headings, files that are
 * included. Words would match by these alone.
 */
export function withoutCode({ text, blocks }: Note): string {
  const fenced = without(
    text,
    blocks.filter(({ kind }) => kind === 'code'),
  );
  return SAME.reduce((left, pattern) => left.replace(pattern, ' '), fenced);
}

const SAME = [
  /(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, // code in a line
  /\{\s*#[^}\n]*\}|\{\/\*.*?\*\/\}/g, // a heading's id
  /\{\*.*?\*\}|\{\{.*?\}\}|\{%.*?%\}/g, // inclusions and templates
  /^(?:import|export)\s.*$/gm,
  /(?<=\])\([^)\s]*(?:\s+"[^"]*")?\)/g, // where a link leads
  /<https?:[^>\s]*>|https?:\/\/[^\s)\]>]+/g,
];
