import type { Span } from '../../../src/common/span.ts';
import type { Note } from '../../../src/engine/parse/note.ts';

/** A note's source without its links: neither targets nor what they are shown as remain, so they cannot be matched. */
export const withoutLinks = ({ text, links }: Pick<Note, 'text' | 'links'>): string => without(text, links);

/** The links of a text in the order of their places, each where it stood in the text without them. */
export function placesOfLinks<T extends Span>(links: readonly T[]): T[] {
  let [gone, at] = [0, 0];
  return [...links]
    .sort((a, b) => a.start - b.start)
    .map((link) => {
      const place = Math.max(link.start, at) - gone;
      gone += Math.max(0, link.end - Math.max(link.start, at));
      at = Math.max(at, link.end);
      return { ...link, start: place, end: place };
    });
}

/** A text without some of its spans, which may overlap. */
export function without(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start > at) out += text.slice(at, start);
    at = Math.max(at, end);
  }
  return out + text.slice(at);
}

/** A note's source without the lines that say its title: the search task asks for it by that. */
export function withoutTitle(note: Note): string {
  return without(note.text, [...headingsThatSay(note, note.title), ...properties(note, TITLES)]);
}

/** A note's source without the headings that say just this. */
export const withoutHeading = (note: Note, heading: string): string =>
  without(note.text, headingsThatSay(note, heading));

/** A note's source without what its frontmatter says it is about. */
export const withoutDescription = (note: Note): string => without(note.text, properties(note, DESCRIPTIONS));

const TITLES = 'title|name|aliases?';
const DESCRIPTIONS = 'description|summary|abstract|excerpt|subtitle';

function headingsThatSay({ headings }: Note, words: string): Span[] {
  const plain = (text: string) => text.trim().toLowerCase();
  return headings
    .filter(({ text }) => plain(text) === plain(words))
    .map(({ start, end }) => ({ start, end }));
}

/** Top-level properties with these names, those of several lines whole. */
function properties({ text, frontmatter }: Note, names: string): Span[] {
  if (!frontmatter) return [];
  // An item of a list may stand at the line's beginning; three dashes there end the properties.
  const line = new RegExp(`^(?:${names})\\s*:.*(?:\\n[ \\t]+.*|\\n-(?!--).*)*`, 'gim');
  return [...text.slice(frontmatter.start, frontmatter.end).matchAll(line)].map((found) => {
    const start = frontmatter.start + found.index;
    return { start, end: start + found[0].length };
  });
}
