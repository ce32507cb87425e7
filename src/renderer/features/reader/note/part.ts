import type { Element } from 'hast';
import type { NoteText } from '../../../../contract/note.ts';
import type { Block } from '../markdown/types.ts';
import { findHeading, type Subpath, sectionOf } from './places.ts';

/**
 * The blocks of what a link's subpath names: a section with its heading, or one block; all without a subpath. Null
 * where the note has no such part; empty while that is not known yet.
 */
export function blocksOfPart(
  blocks: readonly Block[],
  note: Pick<NoteText, 'text' | 'headings'>,
  subpath: Subpath | null,
  done: boolean,
): readonly Block[] | null {
  if (!subpath) return blocks;
  if (subpath.block) {
    const found = findBlock(blocks, subpath.block);
    return found ? [found] : done ? null : [];
  }
  const index = findHeading(note.headings, subpath.headings);
  if (index < 0) return null;
  const { start, end } = sectionOf(note.headings, index, note.text.length);
  return blocks.filter((block) => block.start >= start && block.start < end);
}

function findBlock(blocks: readonly Block[], id: string): Block | null {
  const wanted = id.toLowerCase();
  const block = blocks.find(({ blockIds }) => blockIds.some((own) => own.toLowerCase() === wanted));
  const node = block && named(block.node, wanted);
  if (!node) return null;
  // An item stands in a list, even when it stands alone.
  const list: Element = { type: 'element', tagName: 'ul', properties: {}, children: [node] };
  return { ...block, node: node.tagName === 'li' ? list : node };
}

function named(node: Element, id: string, item: Element | null = null): Element | null {
  const own = node.tagName === 'li' ? node : item;
  if (String(node.properties.dataBlock ?? '').toLowerCase() === id)
    return node.tagName === 'span' ? own : node;
  for (const child of node.children) {
    const found = child.type === 'element' ? named(child, id, own) : null;
    if (found) return found;
  }
  return null;
}
