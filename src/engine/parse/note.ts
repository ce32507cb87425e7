import type { NotePath } from '../../common/ids.ts';
import type { LinkParts } from '../../common/markup/link-syntax.ts';
import type { Span } from '../../common/span.ts';
import type { Markup } from './markup.ts';

/** All spans are offsets into the note's decoded text (`NoteContent.text`). */

export interface Heading extends Span {
  readonly level: number;
  /** Plain text: markup and trailing block ids removed. */
  readonly text: string;
}

export type LinkKind = 'wikilink' | 'embed' | 'markdown' | 'markdown-embed' | 'frontmatter' | 'canvas';

export interface Link extends Span, LinkParts {
  readonly kind: LinkKind;
}

export interface Tag {
  /** Without '#', as written; nested parts separated by '/'. */
  readonly name: string;
  readonly source: 'inline' | 'frontmatter';
  readonly span?: Span;
}

export type BlockKind =
  | 'paragraph'
  | 'list'
  | 'table'
  | 'code'
  | 'quote'
  | 'callout'
  | 'math'
  | 'html'
  | 'card';

/** A piece of the note's body between headings, in source order, not overlapping. Frontmatter, comments and headings are not blocks. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Index into `headings` of the innermost heading above it; -1 before the first. */
  readonly heading: number;
}

export interface Frontmatter extends Span {
  /** The YAML between the fences. */
  readonly raw: string;
  /** The parsed mapping; empty when broken. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly error?: string;
}

/** A property that says something to a reader: its theme, who wrote it, what it is about. */
export interface ReadableProperty {
  readonly name: string;
  /** Its value, or one of its values, without the marks of links. */
  readonly text: string;
}

export interface ParseProblem {
  readonly kind: 'frontmatter-broken' | 'canvas-broken' | 'too-deep' | 'too-many-links';
  readonly message: string;
  /** Offset in the text. */
  readonly at: number;
}

/** A note as its file says. */
export interface ParsedNote {
  readonly path: NotePath;
  readonly text: string;
  readonly title: string;
  readonly titleFrom: 'frontmatter' | 'heading' | 'filename';
  readonly aliases: readonly string[];
  readonly tags: readonly Tag[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly blocks: readonly Block[];
  /** Spans of %% comments %% and HTML comments: hidden, never embedded. */
  readonly comments: readonly Span[];
  readonly frontmatter: Frontmatter | null;
  /** Of the frontmatter, in its order. */
  readonly properties: readonly ReadableProperty[];
  /** ISO date (YYYY-MM-DD) from frontmatter `date`/`created` or a daily-note name, where there is one. */
  readonly date?: string;
  readonly problems: readonly ParseProblem[];
  /** What of the source a reader does not see: `plainText` reads it. Without it, the source is shown as it stands. */
  readonly markup?: Markup;
}

export interface Note extends ParsedNote {
  /** BCP-47 primary language of the body ('es', 'en', 'zh'…) or 'und'. */
  readonly language: string;
}
