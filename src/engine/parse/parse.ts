import type { NotePath } from '../../common/ids.ts';
import { stem } from '../../common/ids.ts';
import type { NoteKind } from '../vault/note-file.ts';
import { parseBody } from './body.ts';
import { parseCanvas } from './canvas.ts';
import { frontmatterLinks, readFrontmatter } from './frontmatter.ts';
import type { ParsedNote, ParseProblem, Tag } from './note.ts';
import { frontmatterAliases, frontmatterTags, noteDate } from './properties.ts';
import { readableProperties } from './readable-properties.ts';
import { noteTitle } from './title.ts';

/** Links of one note that are kept; the rest would be a table of contents of everything. */
const MOST_LINKS = 100_000;

/** A note from its file's text. Never throws: what cannot be read is in `problems`. */
export function parse(kind: NoteKind, path: NotePath, text: string): ParsedNote {
  return kind === 'canvas' ? parseCanvas(path, text) : parseNote(path, text);
}

/** A Markdown or MDX note. Linear in the text's length; never throws. */
export function parseNote(path: NotePath, text: string): ParsedNote {
  const frontmatter = readFrontmatter(text);
  const data = frontmatter?.data ?? {};
  const body = parseBody(text, frontmatter?.end ?? 0, { mdx: /\.mdx$/i.test(path) });
  const problems: ParseProblem[] = [...body.problems];
  if (frontmatter?.error) problems.unshift({ kind: 'frontmatter-broken', message: frontmatter.error, at: 0 });
  const links = [...(frontmatter ? frontmatterLinks(frontmatter, text) : []), ...body.links];
  if (links.length > MOST_LINKS) {
    const at = links[MOST_LINKS]!.start;
    problems.push({ kind: 'too-many-links', message: `only the first ${MOST_LINKS} links are kept`, at });
    links.length = MOST_LINKS;
  }
  const date = noteDate(data, stem(path));
  const tags: Tag[] = [...frontmatterTags(data), ...body.tags];
  return {
    path,
    text,
    ...noteTitle({ path, frontmatter, headings: body.headings, blocks: body.blocks }),
    aliases: frontmatterAliases(data),
    tags,
    headings: body.headings,
    links,
    blocks: body.blocks,
    comments: body.comments,
    frontmatter,
    properties: readableProperties(data),
    ...(date && { date }),
    problems,
    markup: body.markup,
  };
}
