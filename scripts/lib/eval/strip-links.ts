import type { Note } from '../../../src/engine/parse/note.ts';

/** A note's source without its links: neither targets nor what they are shown as remain, so they cannot be matched. */
export function withoutLinks({ text, links }: Pick<Note, 'text' | 'links'>): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...links].sort((a, b) => a.start - b.start)) {
    if (start > at) out += text.slice(at, start);
    at = Math.max(at, end);
  }
  return out + text.slice(at);
}

/** A note's source without the lines that say its title: the search task asks for it by that. */
export function withoutTitle({ text, title, headings, frontmatter }: Note): string {
  const same = (a: string) => a.trim().toLowerCase() === title.trim().toLowerCase();
  const cuts = headings.filter((heading) => same(heading.text)).map(({ start, end }) => ({ start, end }));
  if (frontmatter) {
    const line = /^(?:title|name|aliases?)\s*:.*(?:\n[ \t]+.*|\n-.*)*/gim;
    for (const found of text.slice(frontmatter.start, frontmatter.end).matchAll(line)) {
      const start = frontmatter.start + found.index;
      cuts.push({ start, end: start + found[0].length });
    }
  }
  return withoutLinks({ text, links: cuts.map((cut) => ({ kind: 'wikilink', target: '', ...cut })) });
}
