import type { ParsedNote } from './note.ts';
import { plainText } from './plain-text.ts';

const CANVAS = /\.canvas$/i;

/** The plain text of a note's whole body, headings included; frontmatter and comments left out. */
export function bodyText(note: ParsedNote): string {
  // Between the cards of a canvas stands JSON.
  if (CANVAS.test(note.path)) return note.blocks.map((b) => plainText(note, b)).join('\n');
  return plainText(note, { start: note.frontmatter?.end ?? 0, end: note.text.length });
}
