import {
  type BlockContext,
  type BlockParser,
  parser as commonMark,
  type Element,
  type LeafBlock,
  type LeafBlockParser,
  type Line,
  type MarkdownConfig,
  type MarkdownParser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown';
import { inlineSyntax } from './grammar-inline.ts';

/**
 * CommonMark with tables, tasks and strikethrough, as Obsidian reads it, on text from which `mask` has taken Obsidian's
 * own constructs. The guards keep time linear and the stack flat on input that nobody wrote by hand.
 */

/** Containers (quotes, lists, items) inside one another; what is deeper is read as plain lines. */
const DEEPEST = 200;
/** Lines of one paragraph, in UTF-16 code units: the next line starts another one. */
const LONGEST_PARAGRAPH = 64 * 1024;
/** Inline syntax is matched inside pieces of at most this many code units and special characters. */
const PIECE_LENGTH = 16 * 1024;
const PIECE_SPECIALS = 1024;
/** Shorter text is parsed in one piece without counting. */
const SMALL = 2048;
/** Looking ahead for a table costs the square of the leading blanks of a line. */
const MOST_BLANKS = 256;

const flatten: BlockParser = {
  name: 'TooDeep',
  before: 'LinkReference',
  parse(cx, line) {
    if (cx.depth <= DEEPEST) return false;
    const from = cx.lineStart + line.pos;
    const content = line.text.slice(line.pos);
    cx.nextLine();
    cx.addElement(cx.elt('TooDeep', from, from + content.length, cx.parser.parseInline(content, from)));
    return true;
  },
};

/** `[label]: destination "title"` on one line. Footnotes look alike and are text. */
const linkReference: BlockParser = {
  name: 'LinkReference',
  parse(cx, line) {
    if (line.next !== 91 || line.indent >= line.baseIndent + 4) return false;
    const content = line.text.slice(line.pos, line.pos + 4000);
    if (!/^\[(?!\^)(?:[^[\]\\]|\\.){1,999}\]:[ \t]*\S/.test(content)) return false;
    const from = cx.lineStart + line.pos;
    const to = cx.lineStart + line.text.length;
    cx.nextLine();
    cx.addElement(cx.elt('LinkReference', from, to));
    return true;
  },
};

const LIST_MARK = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]+\S)/y;

/**
 * List items indented like code without a list above them. CommonMark reads code; who writes outlines, and begins one
 * with a tab, means a list.
 */
const indentedList: BlockParser = {
  name: 'IndentedList',
  before: 'IndentedCode',
  parse(cx, line) {
    if (line.indent < line.baseIndent + 4) return false;
    LIST_MARK.lastIndex = line.pos;
    const mark = LIST_MARK.exec(line.text)?.[0];
    if (!mark) return false;
    const from = cx.lineStart + line.pos;
    const base = line.indent + mark.length + 1;
    cx.startComposite(
      mark.length > 1 ? 'OrderedList' : 'BulletList',
      line.basePos,
      mark.charCodeAt(mark.length - 1),
    );
    cx.startComposite('ListItem', line.basePos, base - line.baseIndent);
    cx.addElement(cx.elt('ListMark', from, from + mark.length));
    line.moveBaseColumn(base);
    return null;
  },
};

const TASK = /^\[[ xX]\][ \t]/;

/** Inside a list, a line with a list mark goes on with no paragraph, however far it is indented. */
function startsOutlineItem(cx: BlockContext, line: Line): boolean {
  if (line.indent < line.baseIndent + 4 || cx.parentType().name !== 'ListItem') return false;
  LIST_MARK.lastIndex = line.pos;
  return LIST_MARK.test(line.text);
}

class ParagraphLimit implements LeafBlockParser {
  nextLine(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
    if (!startsOutlineItem(cx, line) && leaf.content.length < LONGEST_PARAGRAPH) return false;
    // A table has no inline syntax across its rows: it may go on.
    if (leaf.parsers.some((p) => Array.isArray((p as { rows?: unknown }).rows))) return false;
    const { start, content } = leaf;
    const task = TASK.test(content) && cx.parentType().name === 'ListItem';
    const marker = task ? [cx.elt('TaskMarker', start, start + 3)] : [];
    const from = task ? 3 : 0;
    const inline = [...marker, ...cx.parser.parseInline(content.slice(from), start + from)];
    cx.addLeafElement(leaf, cx.elt(task ? 'Task' : 'Paragraph', start, start + content.length, inline));
    return true;
  }
  finish(): boolean {
    return false;
  }
}

const paragraphLimit: BlockParser = {
  name: 'ParagraphLimit',
  leaf: () => new ParagraphLimit(),
};

function safeTable(): MarkdownConfig {
  const [table] = Table.parseBlock!;
  return {
    ...Table,
    parseBlock: [
      {
        ...table!,
        endLeaf(cx, line, leaf) {
          if (!line.text.includes('|')) return false;
          const next = cx.peekLine();
          if (next.length - next.trimStart().length > MOST_BLANKS || !/^[\s>|:-]*-/.test(next.slice(0, 999)))
            return false;
          return table!.endLeaf!(cx, line, leaf);
        },
      },
    ],
  };
}

function limited(parser: MarkdownParser): MarkdownParser {
  const whole = parser.parseInline.bind(parser);
  parser.parseInline = (text, offset) => {
    if (text.length <= SMALL) return whole(text, offset);
    const elements: Element[] = [];
    for (let from = 0; from < text.length; ) {
      const to = pieceEnd(text, from);
      for (const element of whole(text.slice(from, to), offset + from)) elements.push(element);
      from = to;
    }
    return elements;
  };
  return parser;
}

const SPECIALS = /[!*_[\]()<>`~=&\\^#]/g;

/** Cuts at the last blank outside brackets and code of what one piece may hold, else at any blank. */
function pieceEnd(text: string, from: number): number {
  let end = Math.min(text.length, from + PIECE_LENGTH);
  SPECIALS.lastIndex = from;
  for (let n = 0; n < PIECE_SPECIALS; n++) {
    const special = SPECIALS.exec(text);
    if (!special || special.index >= end) break;
    if (n === PIECE_SPECIALS - 1) end = special.index;
  }
  if (end >= text.length) return text.length;
  const least = from + ((end - from) >> 1);
  const outside = lastBlankOutside(text, from, end);
  if (outside > least) return outside;
  const blank = text.lastIndexOf(' ', end - 1);
  return blank > least ? blank + 1 : end;
}

function lastBlankOutside(text: string, from: number, end: number): number {
  let brackets = 0;
  let destination = false;
  let code = false;
  let last = -1;
  for (let i = from; i < end; i++) {
    const c = text[i];
    if (c === '`') code = !code;
    else if (c === '[') brackets++;
    else if (c === ']') brackets = Math.max(0, brackets - 1);
    else if (c === '(' && text[i - 1] === ']') destination = true;
    else if (c === ')') destination = false;
    else if ((c === ' ' || c === '\n') && brackets === 0 && !destination && !code) last = i + 1;
  }
  return last;
}

const extensions: MarkdownConfig[] = [
  { defineNodes: [{ name: 'TooDeep', block: true }], parseBlock: [flatten, linkReference, paragraphLimit] },
  safeTable(),
  TaskList,
  Strikethrough,
  inlineSyntax,
  { remove: ['HardBreak'] },
];

export const markdown = limited(commonMark.configure([...extensions, { parseBlock: [indentedList] }]));

/** MDX has no indented code: what is inside JSX is usually indented. */
export const mdx = limited(commonMark.configure([...extensions, { remove: ['IndentedCode'] }]));
