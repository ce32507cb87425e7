import { reasonOf } from '../../common/errors.ts';
import { parseWikilink } from '../../common/markup/link-syntax.ts';
import { type MaskItem, mask } from '../../common/markup/mask.ts';
import type { Span } from '../../common/span.ts';
import { markdown, mdx } from './grammar.ts';
import { type Markup, MarkupBuilder } from './markup.ts';
import type { Block, Heading, Link, ParsedNote, ParseProblem, Tag } from './note.ts';
import { render, tidyProse } from './plain-text.ts';
import { readableTex } from './tex.ts';
import { Walk, type Walked } from './walk.ts';

export type Body = Pick<ParsedNote, 'headings' | 'links' | 'blocks' | 'comments' | 'problems'> & {
  readonly tags: readonly Tag[];
  readonly markup: Markup;
};

/** Parses Markdown from `from` on; offsets are into `text`. Never throws. */
export function parseBody(text: string, from: number, options: { mdx: boolean }): Body {
  const masked = mask(text, from, options);
  const parser = options.mdx ? mdx : markdown;
  const markup = new MarkupBuilder();
  const problems: ParseProblem[] = [];
  const walk = new Walk(text, markup);
  const items: MaskItem[] = [];
  const links: Link[] = [];
  let next = 0;
  markup.hide(0, from);
  masked.segments.forEach((start, i) => {
    const end = masked.segments[i + 1] ?? text.length;
    const piece = masked.text.slice(start, end);
    const code = walk.out.code.length;
    try {
      walk.add(parser.parse(piece), start);
    } catch (error) {
      // The parser's recursion has been bounded as far as we know; should it still give in, the text is kept.
      problems.push({ kind: 'too-deep', message: `read as plain text: ${reasonOf(error)}`, at: start });
      for (const block of plainBlocks(piece, start)) walk.out.tops.push(block);
    }
    const first = next;
    while (next < masked.items.length && masked.items[next]!.start < end) next++;
    const seen = outsideCode(masked.items.slice(first, next), walk.out.code, code);
    for (const item of seen) items.push(item);
    for (const link of itemLinks(seen, text, markup)) links.push(link);
  });
  hideOutliner(text, from, markup);
  const walked = walk.finish();
  if (walked.tooDeep !== null)
    problems.push({
      kind: 'too-deep',
      message: 'nested too deep: read as plain lines from here',
      at: walked.tooDeep,
    });
  const built = markup.build();
  return {
    ...structure(walked, items, { text, markup: built }),
    links: [...walked.links, ...links].sort((a, b) => a.start - b.start),
    tags: walked.tags,
    comments: items.filter((i) => i.kind === 'comment').map(({ start, end }) => ({ start, end })),
    problems,
    markup: built,
  };
}

function structure(
  walked: Walked,
  items: readonly MaskItem[],
  source: Pick<ParsedNote, 'text' | 'markup'>,
): { headings: Heading[]; blocks: Block[] } {
  const headings: Heading[] = [];
  const blocks: Block[] = [];
  const formulas = new Map(items.filter((i) => i.kind === 'math-block').map((i) => [i.start, i.end]));
  for (const { kind, level, start, end } of walked.tops) {
    if (kind === 'heading') {
      headings.push({
        level,
        start,
        end,
        text: tidyProse(render(source, { start, end }).text).replace(/\s+/g, ' '),
      });
    } else {
      const formula = kind === 'paragraph' && formulas.get(start);
      const whole = formula && source.text.slice(formula, end).trim() === '';
      blocks.push({ kind: whole ? 'math' : kind, start, end, heading: headings.length - 1 });
    }
  }
  return { headings, blocks };
}

/** Both sorted; code ranges (flattened, from index `i` on) do not overlap. */
function outsideCode(items: readonly MaskItem[], code: readonly number[], i: number): MaskItem[] {
  return items.filter((item) => {
    while (i < code.length && code[i + 1]! <= item.start) i += 2;
    return !(i < code.length && code[i]! <= item.start);
  });
}

function itemLinks(items: readonly MaskItem[], text: string, markup: MarkupBuilder): Link[] {
  const links: Link[] = [];
  for (const item of items) {
    const { start, end } = item;
    if (item.kind === 'math' || item.kind === 'math-block') {
      const width = item.kind === 'math' ? 1 : 2;
      markup.hide(start, start + width);
      markup.hide(end - width, end);
      const from = start + width;
      for (const piece of readableTex(text.slice(from, end - width)))
        markup.show(from + piece.start, from + piece.end, piece.shown);
    } else if (item.kind === 'wikilink' || item.kind === 'embed') {
      const link = wikilink(item, text, markup);
      if (link) links.push(link);
    } else markup.hide(start, end);
  }
  return links;
}

/** What outliners such as Logseq keep beside the text: ids of blocks, whether they are folded, links to them. */
const OUTLINER =
  /\(\([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\)\)|^[ \t]{0,99}(?:[-*][ \t]{1,9})?(?:id:: [\da-f-]{36}|collapsed:: (?:true|false))[ \t]*$/gm;

function hideOutliner(text: string, from: number, markup: MarkupBuilder): void {
  if (!text.includes('((') && !text.includes(':: ')) return;
  OUTLINER.lastIndex = from;
  for (let found = OUTLINER.exec(text); found; found = OUTLINER.exec(text))
    markup.hide(found.index, OUTLINER.lastIndex);
}

/** A file that is shown as itself, not as text. */
const MEDIA = /\.(?!md$|markdown$|mdx$|canvas$)[a-z0-9]{1,5}$/i;
const SIZE = /^\d+(?:x\d+)?$/;

function wikilink(item: MaskItem, text: string, markup: MarkupBuilder): Link | null {
  const { start, end, kind } = item;
  const inside = start + (kind === 'embed' ? 3 : 2);
  const content = text.slice(inside, end - 2);
  const parts = parseWikilink(content);
  if (!parts) return null;
  const { alias, ...place } = parts;
  const named = alias !== undefined && !(kind === 'embed' && SIZE.test(alias)) ? alias : undefined;
  const shown = named !== undefined ? aliasSpan(content) : targetSpan(content);
  // `{{embed [[A]]}}`, as outliners write it.
  const macro = text.startsWith('}}', end)
    ? /\{\{embed\s{1,9}$/i.exec(text.slice(Math.max(0, start - 16), start))
    : null;
  const [from, to] = macro ? [start - macro[0].length, end + 2] : [start, end];
  if (kind === 'embed' && named === undefined && MEDIA.test(place.target)) markup.hide(start, end);
  else {
    markup.hide(from, inside + shown.start);
    markup.hide(inside + shown.end, to);
  }
  return {
    kind: kind as 'wikilink' | 'embed',
    ...place,
    ...(named !== undefined && { alias: named }),
    start,
    end,
  };
}

function aliasSpan(content: string): Span {
  return { start: content.indexOf('|') + 1, end: content.length };
}

/** The last part of the target's path, or the heading where the link stays in its note. */
function targetSpan(content: string): Span {
  const bar = content.search(/\\?\|/);
  const path = bar < 0 ? content : content.slice(0, bar);
  const hash = path.indexOf('#');
  if (path.slice(0, hash < 0 ? path.length : hash).trim() === '')
    return { start: Math.max(path.lastIndexOf('#'), path.lastIndexOf('^')) + 1, end: path.length };
  const end = hash < 0 ? path.length : hash;
  const start = path.lastIndexOf('/', end - 1) + 1;
  const extension = /\.(?:md|markdown|mdx)\s*$/i.exec(path.slice(start, end));
  return { start, end: extension ? start + extension.index : end };
}

/** Without a tree: every run of lines between blank ones. */
function plainBlocks(text: string, from: number): Walked['tops'] {
  const tops: Walked['tops'] = [];
  for (const m of text.slice(from).matchAll(/[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g))
    tops.push({ start: from + m.index, end: from + m.index + m[0].length, kind: 'paragraph', level: 0 });
  return tops;
}
