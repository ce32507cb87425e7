import type { InlineContext, InlineParser, MarkdownConfig } from '@lezer/markdown';
import { mayPrecedeTag, tagLength } from '../../common/markup/tag.ts';

const BLOCK_ID = /\^[a-zA-Z0-9-]+[ \t]*(?=\n|$)/y;
const FOOTNOTE = /\[\^[^\]\s[]{1,200}\](:[ \t]*)?/y;
const URL = /https?:\/\/[^\s<>\uE000]+/y;
const WORD = /[\p{L}\p{N}\uE000]+/uy;

function match(re: RegExp, cx: InlineContext, pos: number): RegExpExecArray | null {
  re.lastIndex = pos - cx.offset;
  return re.exec(cx.text);
}

/** At a line's start or behind a blank. */
function free(cx: InlineContext, pos: number): boolean {
  return pos === cx.offset || mayPrecedeTag(cx.char(pos - 1));
}

/** Steps over a word at once: no inline syntax starts inside one, and most of a text is words. */
const word: InlineParser = {
  name: 'Word',
  before: 'Escape',
  parse(cx, next, pos) {
    if (next < 0x30 || (next > 0x39 && next < 0x41) || (next > 0x5a && next < 0x61) || next === 0x7b)
      return -1;
    if (next === 0x68 && cx.text.startsWith('http', pos - cx.offset)) {
      const url = match(URL, cx, pos);
      if (url) return cx.addElement(cx.elt('BareURL', pos, pos + trimUrl(url[0], cx.hasOpenLink)));
    }
    const found = match(WORD, cx, pos);
    return found ? pos + found[0].length : -1;
  },
};

/** Closing punctuation belongs to the sentence, not to the address; a closing bracket does when it was not opened. */
function trimUrl(url: string, inLink: boolean): number {
  let end = inLink && url.includes(']') ? url.indexOf(']') : url.length;
  let open = 0;
  for (let i = 0; i < end; i++) open += url[i] === '(' ? 1 : url[i] === ')' ? -1 : 0;
  while (end > 8 && /[?!.,:;*_~'")\]]/.test(url[end - 1]!)) {
    if (url[end - 1] === ')' && open++ >= 0) break;
    end--;
  }
  return end;
}

const tag: InlineParser = {
  name: 'Tag',
  before: 'Escape',
  parse(cx, next, pos) {
    if (next !== 35 || !free(cx, pos)) return -1;
    const length = tagLength(cx.text, pos - cx.offset);
    return length ? cx.addElement(cx.elt('Tag', pos, pos + length)) : -1;
  },
};

const blockId: InlineParser = {
  name: 'BlockId',
  before: 'Escape',
  parse(cx, next, pos) {
    if (next !== 94 || !free(cx, pos)) return -1;
    const found = match(BLOCK_ID, cx, pos);
    return found ? cx.addElement(cx.elt('BlockId', pos, pos + found[0].length)) : -1;
  },
};

const footnote: InlineParser = {
  name: 'FootnoteMark',
  before: 'Link',
  parse(cx, next, pos) {
    if (next !== 91 || cx.char(pos + 1) !== 94) return -1;
    const found = match(FOOTNOTE, cx, pos);
    if (!found) return -1;
    const starts = pos === cx.offset || cx.char(pos - 1) === 10;
    const length = found[0].length - (starts ? 0 : (found[1]?.length ?? 0));
    return cx.addElement(cx.elt('FootnoteMark', pos, pos + length));
  },
};

const HIGHLIGHT = { resolve: 'Highlight', mark: 'HighlightMark' };

const highlight: InlineParser = {
  name: 'Highlight',
  after: 'Emphasis',
  parse(cx, next, pos) {
    if (next !== 61 || cx.char(pos + 1) !== 61 || cx.char(pos + 2) === 61) return -1;
    const before = cx.slice(pos - 1, pos);
    const after = cx.slice(pos + 2, pos + 3);
    return cx.addDelimiter(HIGHLIGHT, pos, pos + 2, !/^\s?$/.test(after), !/^\s?$/.test(before));
  },
};

/** Tags, block ids, footnote marks, highlights and bare addresses. */
export const inlineSyntax: MarkdownConfig = {
  defineNodes: ['BareURL', 'Tag', 'BlockId', 'FootnoteMark', 'Highlight', 'HighlightMark'],
  parseInline: [word, tag, blockId, footnote, highlight],
};
