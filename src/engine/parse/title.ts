import { stem } from '../../common/ids.ts';
import type { Block, Heading, ParsedNote } from './note.ts';
import { frontmatterTitle } from './properties.ts';

type Source = Pick<ParsedNote, 'path' | 'headings' | 'blocks' | 'frontmatter'>;

/**
 * What the note is called: `title` in its frontmatter; else its only level-1 heading, where nothing but other headings'
 * text could come before it (several of them, or one further down, are sections); else its file's name.
 */
export function noteTitle(note: Source): Pick<ParsedNote, 'title' | 'titleFrom'> {
  const own = note.frontmatter ? frontmatterTitle(note.frontmatter.data) : '';
  if (own) return { title: own, titleFrom: 'frontmatter' };
  const heading = titleHeading(note.headings, note.blocks);
  if (heading) return { title: heading.text, titleFrom: 'heading' };
  return { title: stem(note.path), titleFrom: 'filename' };
}

/** Placeholders of templates: `{{title}}`, `<% tp.file.title %>`. */
const PLACEHOLDER = /\{\{|<%/;

function titleHeading(headings: readonly Heading[], blocks: readonly Block[]): Heading | undefined {
  const [first] = headings;
  if (first?.level !== 1 || !first.text || PLACEHOLDER.test(first.text)) return undefined;
  if (headings.some((h, i) => i > 0 && h.level === 1)) return undefined;
  return blocks[0] && blocks[0].heading < 0 ? undefined : first;
}
