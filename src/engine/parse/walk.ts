import type { Tree } from '@lezer/common';
import { parseDestination, referenceLabel } from '../../common/markup/link-syntax.ts';
import { entityText, htmlNoise } from './html.ts';
import type { MarkupBuilder } from './markup.ts';
import type { BlockKind, Link, Tag } from './note.ts';

/** A node of the tree that stands directly in the document. */
export interface TopNode {
  readonly start: number;
  readonly end: number;
  readonly kind: BlockKind | 'heading';
  /** Of a heading: its level, and where its text starts. */
  readonly level: number;
}

export interface Walked {
  readonly tops: TopNode[];
  readonly links: Link[];
  readonly tags: Tag[];
  /** Sorted ranges of code, flattened [start, end, …]: what `mask` found in them is not what it looks like. */
  readonly code: number[];
  tooDeep: number | null;
}

interface OpenLink {
  readonly start: number;
  readonly image: boolean;
  end: number;
  textEnd: number;
  destination: string | null;
  label: string | null;
  /** Flattened ranges that are hidden once it is known to be a link. */
  readonly marks: number[];
}

const KINDS: Readonly<Record<string, BlockKind>> = {
  Paragraph: 'paragraph',
  TooDeep: 'paragraph',
  BulletList: 'list',
  OrderedList: 'list',
  Table: 'table',
  FencedCode: 'code',
  CodeBlock: 'code',
  Blockquote: 'quote',
  HTMLBlock: 'html',
  CommentBlock: 'html',
  ProcessingInstructionBlock: 'html',
};

const HIDDEN = new Set([
  'QuoteMark',
  'EmphasisMark',
  'StrikethroughMark',
  'HighlightMark',
  'HeaderMark',
  'CodeMark',
  'CodeInfo',
  'TaskMarker',
  'Comment',
  'ProcessingInstruction',
  'BlockId',
  'FootnoteMark',
  'HorizontalRule',
  'LinkReference',
]);

/** Reads blocks, links, tags and markup out of trees. `text` is the source, not the masked copy. */
export class Walk {
  readonly #text: string;
  readonly #markup: MarkupBuilder;
  readonly out: Walked = { tops: [], links: [], tags: [], code: [], tooDeep: null };
  readonly #open: OpenLink[] = [];
  readonly #definitions = new Map<string, string>();
  readonly #references: OpenLink[] = [];
  #tableDepth = 0;

  constructor(text: string, markup: MarkupBuilder) {
    this.#text = text;
    this.#markup = markup;
  }

  /** Walks the tree of a segment that starts at `base`. Iterates, never recurses: notes nest as deep as they like. */
  add(tree: Tree, base: number): void {
    const cursor = tree.cursor();
    let depth = 0;
    for (;;) {
      const { name } = cursor;
      if (depth === 1) this.#top(name, base + cursor.from, base + cursor.to);
      this.#enter(name, base + cursor.from, base + cursor.to);
      if (cursor.firstChild()) {
        depth++;
        continue;
      }
      for (;;) {
        this.#leave(cursor.name);
        if (cursor.nextSibling()) break;
        if (!cursor.parent()) return;
        depth--;
      }
    }
  }

  #top(name: string, start: number, end: number): void {
    const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name);
    if (heading) {
      this.out.tops.push({ start, end, kind: 'heading', level: Number(heading[1]) });
      // `## Heading {#anchor}`, as Pandoc, MkDocs and others write it.
      const tail = Math.max(start, end - 200);
      const anchor = /[ \t]{1,9}\{[^{}\n]*#[\w-]+[^{}\n]*\}\s*$/.exec(this.#text.slice(tail, end));
      if (anchor) this.#markup.hide(tail + anchor.index, end);
    }
    const kind = KINDS[name];
    if (!kind) return;
    const callout = kind === 'quote' && CALLOUT.test(this.#text.slice(start, start + 200));
    this.out.tops.push({ start, end, kind: callout ? 'callout' : kind, level: 0 });
  }

  #enter(name: string, from: number, to: number): void {
    if (HIDDEN.has(name)) this.#markup.hide(from, to);
    switch (name) {
      case 'FencedCode':
      case 'CodeBlock':
      case 'InlineCode':
        this.out.code.push(from, to);
        break;
      case 'Blockquote':
        this.#callout(from);
        break;
      case 'ListMark':
        // A number may be referred to in the text; a bullet says nothing.
        if (/[-*+]/.test(this.#text[from]!)) this.#markup.hide(from, to);
        break;
      case 'Table':
        this.#tableDepth++;
        break;
      case 'TableDelimiter':
        this.#tableDelimiter(from, to);
        break;
      case 'Escape':
        this.#markup.hide(from, from + 1);
        break;
      case 'Entity':
        this.#entity(from, to);
        break;
      case 'HTMLTag':
        this.#markup.show(from, to, /^<br/i.test(this.#text.slice(from, from + 3)) ? ' ' : '');
        break;
      case 'HTMLBlock':
        this.#html(from, to);
        break;
      case 'Tag':
        this.out.tags.push({
          name: this.#text.slice(from + 1, to),
          source: 'inline',
          span: { start: from, end: to },
        });
        break;
      case 'LinkReference':
        this.#define(from, to);
        break;
      case 'TooDeep':
        this.out.tooDeep ??= from;
        break;
      default:
        this.#link(name, from, to);
    }
  }

  #link(name: string, from: number, to: number): void {
    const open = this.#open.at(-1);
    switch (name) {
      case 'Link':
      case 'Image':
        this.#open.push({
          start: from,
          end: to,
          image: name === 'Image',
          textEnd: -1,
          destination: null,
          label: null,
          marks: [],
        });
        break;
      case 'LinkMark':
        if (!open) this.#markup.hide(from, to);
        else {
          open.marks.push(from, to);
          if (open.textEnd < 0 && from > open.start) open.textEnd = from;
        }
        break;
      case 'URL':
      case 'LinkTitle':
        if (open && open.textEnd >= 0) {
          if (name === 'URL') open.destination = this.#text.slice(from, to);
          open.marks.push(from, to);
        }
        break;
      case 'LinkLabel':
        if (open) {
          open.label = this.#text.slice(from + 1, to - 1);
          open.marks.push(from, to);
        }
        break;
    }
  }

  #leave(name: string): void {
    if (name === 'Table') this.#tableDepth--;
    if (name !== 'Link' && name !== 'Image') return;
    const link = this.#open.pop();
    if (!link) return;
    if (link.destination !== null) this.#close(link, link.destination);
    // `[text]()` is a link to nowhere: its text is what is seen.
    else if (link.marks.length > 4 && link.label === null) this.#hideMarks(link);
    else this.#references.push(link);
  }

  #close(link: OpenLink, destination: string): void {
    this.#hideMarks(link);
    const parts = destination.includes('[[') ? null : parseDestination(destination);
    if (!parts) return;
    const alias = this.#text.slice(link.start + (link.image ? 2 : 1), link.textEnd).trim();
    this.out.links.push({
      kind: link.image ? 'markdown-embed' : 'markdown',
      ...parts,
      ...(alias && { alias }),
      start: link.start,
      end: link.end,
    });
  }

  #hideMarks(link: OpenLink): void {
    for (let i = 0; i < link.marks.length; i += 2) this.#markup.hide(link.marks[i]!, link.marks[i + 1]!);
    if (!link.image) return;
    // `![alt|300](…)`: Obsidian's width is no text.
    const size = /\|\s*\d+(?:x\d+)?\s*$|^\s*\d+(?:x\d+)?\s*$/.exec(
      this.#text.slice(link.start + 2, link.textEnd),
    );
    if (size) this.#markup.hide(link.start + 2 + size.index, link.textEnd);
  }

  /** To be called after the last segment: definitions may follow their use, so references wait for the end. */
  finish(): Walked {
    for (const link of this.#references) {
      const label = link.label || this.#text.slice(link.start + (link.image ? 2 : 1), link.textEnd);
      const destination = this.#definitions.get(referenceLabel(label));
      if (destination !== undefined) this.#close(link, destination);
    }
    return this.out;
  }

  #define(from: number, to: number): void {
    const found = /^\[((?:[^[\]\\]|\\.)+)\]:[ \t]*(<[^<>\n]*>|\S+)/.exec(
      this.#text.slice(from, to).slice(0, 4000),
    );
    if (!found) return;
    const label = referenceLabel(found[1]!);
    if (!this.#definitions.has(label)) this.#definitions.set(label, found[2]!);
  }

  #callout(from: number): void {
    const found = CALLOUT.exec(this.#text.slice(from, from + 200));
    if (found) this.#markup.hide(from + found[1]!.length, from + found[0].length);
  }

  #tableDelimiter(from: number, to: number): void {
    if (this.#tableDepth === 0) return;
    // The row of dashes, and the bars at both ends of a row; bars between cells stay and keep the cells apart.
    const before = lineBefore(this.#text, from);
    const after = this.#text[to] ?? '\n';
    const outer = to - from > 1 || before || after === '\n' || after === '\r' || this.#endsRow(to);
    if (outer) this.#markup.hide(from, to);
  }

  #endsRow(at: number): boolean {
    while (this.#text[at] === ' ' || this.#text[at] === '\t') at++;
    const c = this.#text[at];
    return c === undefined || c === '\n' || c === '\r';
  }

  #entity(from: number, to: number): void {
    const shown = entityText(this.#text.slice(from, to));
    if (shown !== undefined) this.#markup.show(from, to, shown);
  }

  #html(from: number, to: number): void {
    const html = this.#text.slice(from, to);
    for (const [start, end] of htmlNoise(html)) this.#markup.show(from + start, from + end, ' ');
    for (const m of html.matchAll(/&#?\w{1,30};/g))
      this.#entity(from + m.index, from + m.index + m[0].length);
  }
}

const CALLOUT = /^(>[ \t]*)\[![^\]\n]{1,100}\][+-]?/;
function lineBefore(text: string, at: number): boolean {
  while (at > 0 && /[ \t>]/.test(text[at - 1]!)) at--;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}
