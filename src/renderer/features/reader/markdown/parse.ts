import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const extensions = [gfm({ singleTilde: false })];
// Addresses that only a second look would find are left as text: it would lose the places of all text around them.
const mdastExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** CommonMark with GitHub's tables, tasks, footnotes, strikethrough and bare addresses. */
export const parseMarkdown = (text: string): Root => fromMarkdown(text, { extensions, mdastExtensions });
