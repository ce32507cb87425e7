import {
  findNodeAtLocation,
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { reasonOf } from '../../common/errors.ts';
import { type NotePath, stem } from '../../common/ids.ts';
import { splitTarget } from '../../common/markup/link-syntax.ts';
import { parseBody } from './body.ts';
import { type JsonText, readJsonString } from './json-string.ts';
import { MarkupBuilder } from './markup.ts';
import type { Block, Link, ParsedNote, ParseProblem, Tag } from './note.ts';
import { isoDate } from './properties.ts';

/**
 * A canvas: its text cards, and the labels of its groups and edges, as blocks with offsets into the JSON source; its
 * file cards as links. Never throws: a canvas that is not JSON gives a note without body and a problem.
 */
export function parseCanvas(path: NotePath, text: string): ParsedNote {
  const found = new Canvas(text);
  const problems: ParseProblem[] = [];
  try {
    const root = readJson(text);
    if (root) found.read(root);
  } catch (error) {
    problems.push({ kind: 'canvas-broken', message: reasonOf(error), at: 0 });
  }
  const broken = problems.length > 0;
  const markup = found.markup.build();
  const blocks = broken ? [] : found.blocks;
  const date = isoDate(stem(path));
  return {
    path,
    text,
    title: stem(path),
    titleFrom: 'filename',
    aliases: [],
    tags: broken ? [] : found.tags,
    headings: [],
    links: broken ? [] : found.links.sort((a, b) => a.start - b.start),
    blocks,
    comments: broken ? [] : found.comments,
    frontmatter: null,
    properties: [],
    ...(date && { date }),
    problems,
    markup,
  };
}

function readJson(text: string): JsonNode | undefined {
  // An empty file is what Obsidian makes for a new canvas.
  if (!text.trim()) return undefined;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error) throw new SyntaxError(`${printParseErrorCode(error.error)} at ${error.offset}`);
  if (root?.type !== 'object') throw new SyntaxError('not an object');
  return root;
}

class Canvas {
  readonly blocks: Block[] = [];
  readonly links: Link[] = [];
  readonly tags: Tag[] = [];
  readonly comments: { start: number; end: number }[] = [];
  readonly markup = new MarkupBuilder();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(root: JsonNode): void {
    for (const list of ['nodes', 'edges'])
      for (const node of findNodeAtLocation(root, [list])?.children ?? []) {
        if (node.type !== 'object') continue;
        const type = member(node, 'type')?.value;
        if (type === 'text') this.#card(member(node, 'text'));
        else if (type === 'file') this.#file(member(node, 'file'), member(node, 'subpath'));
        else this.#card(member(node, 'label'));
      }
    this.blocks.sort((a, b) => a.start - b.start);
  }

  #card(value: JsonNode | undefined): void {
    const card = value && readJsonString(this.#text, value);
    if (!card?.text.trim()) return;
    this.blocks.push({ kind: 'card', heading: -1, start: card.start, end: card.end });
    this.#body(card);
  }

  /** The card's Markdown, its offsets carried over to the JSON. */
  #body(card: JsonText): void {
    const body = parseBody(card.text, 0, { mdx: false });
    const at = (offset: number) => card.sourceAt(offset);
    const span = (s: { start: number; end: number }) => ({ start: at(s.start), end: at(s.end) });
    for (const link of body.links) this.links.push({ ...link, ...span(link) });
    for (const tag of body.tags) this.tags.push({ ...tag, ...(tag.span && { span: span(tag.span) }) });
    for (const comment of body.comments) this.comments.push(span(comment));
    const { starts, ends, shown } = body.markup;
    let escaped = 0;
    for (let i = 0; i <= starts.length; i++) {
      // An escape inside what Markdown hides stays hidden.
      const start = i < starts.length ? at(starts[i]!) : card.end;
      const end = i < starts.length ? at(ends[i]!) : card.end;
      for (; escaped < card.escapes.length && card.escapes[escaped]!.start < end; escaped++) {
        const e = card.escapes[escaped]!;
        if (e.start < start) this.markup.show(e.start, e.end, e.shown);
      }
      this.markup.show(start, end, shown.get(i) ?? '');
    }
  }

  #file(file: JsonNode | undefined, subpath: JsonNode | undefined): void {
    const path = file && readJsonString(this.#text, file);
    if (!path?.text.trim()) return;
    const place = splitTarget(typeof subpath?.value === 'string' ? subpath.value : '');
    this.links.push({ kind: 'canvas', ...place, target: path.text, start: path.start, end: path.end });
  }
}

function member(node: JsonNode, name: string): JsonNode | undefined {
  return node.children?.find((p) => p.children?.[0]?.value === name)?.children?.[1];
}
