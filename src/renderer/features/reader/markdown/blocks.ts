import type { Element, ElementContent } from 'hast';
import type { Block } from './types.ts';

/** Of a list's items, a table's rows or a code's lines: what one block holds at most. */
const MOST_ITEMS = 60;
const MOST_ROWS = 150;
const MOST_LINES = 250;
/** Inline nodes of one paragraph: thousands of links in one are an index, not prose. */
const MOST_NODES = 500;

/**
 * An element standing directly in the note as a block, or several where it is long. Words left over from broken HTML
 * have no place of their own: they are `after` what stands before them.
 */
export function* blocksOf(element: Element, after: number): Generator<Block> {
  const parts = [...split(element)];
  for (const [i, node] of parts.entries()) {
    const blockIds: string[] = [];
    const footnotes: string[] = [];
    const inner = collect(node, blockIds, footnotes);
    const start = Math.max(
      after,
      Number(node.properties.dataStart ?? (Number.isFinite(inner) ? inner : after)),
    );
    yield {
      start,
      end: Math.max(start, Number(node.properties.dataEnd ?? start)),
      node,
      blockIds,
      footnotes,
      joined: i > 0,
    };
  }
}

/** Names within a block, and the first offset. */
function collect(node: Element, blockIds: string[], footnotes: string[]): number {
  const { dataBlock, dataLabel, dataStart } = node.properties;
  if (typeof dataBlock === 'string') blockIds.push(dataBlock);
  if (typeof dataLabel === 'string') footnotes.push(dataLabel);
  let first = dataStart === undefined ? Number.POSITIVE_INFINITY : Number(dataStart);
  for (const child of node.children)
    if (child.type === 'element') first = Math.min(first, collect(child, blockIds, footnotes));
  return first;
}

function split(element: Element): Iterable<Element> {
  if (element.tagName === 'ul' || element.tagName === 'ol') return splitList(element);
  if (element.tagName === 'table') return splitTable(element);
  if (element.tagName === 'x-code') return splitCode(element);
  if (element.tagName === 'p' || element.tagName === 'div') return splitParagraph(element);
  return [element];
}

const isElement = (node: ElementContent): node is Element => node.type === 'element';

function* splitList(list: Element): Iterable<Element> {
  const items = list.children.filter(isElement);
  if (items.length <= MOST_ITEMS) return yield list;
  const first = Number(list.properties.start ?? 1);
  for (let i = 0; i < items.length; i += MOST_ITEMS) {
    const children = items.slice(i, i + MOST_ITEMS);
    const properties = { ...list.properties, ...spanOf(children) };
    if (list.tagName === 'ol') properties.start = first + i;
    if (i > 0) delete properties.dataBlock;
    yield { ...list, properties, children };
  }
}

function* splitParagraph(paragraph: Element): Iterable<Element> {
  const { children, properties } = paragraph;
  if (children.length <= MOST_NODES) return yield paragraph;
  const { dataBlock: _, ...plain } = properties;
  const [from, to] = [Number(properties.dataStart), Number(properties.dataEnd)];
  // Text has no offsets of its own: a part begins where its first node that has one does.
  const starts = children.map((child) =>
    child.type === 'element' ? Number(child.properties.dataFrom) : Number.NaN,
  );
  const startOf = (i: number) => (i === 0 ? from : (starts.slice(i).find((at) => at >= from) ?? to));
  for (let i = 0; i < children.length; i += MOST_NODES) {
    const span = {
      dataStart: startOf(i),
      dataEnd: i + MOST_NODES < children.length ? startOf(i + MOST_NODES) : to,
    };
    const part = { ...(i === 0 ? properties : plain), ...span };
    yield { ...paragraph, properties: part, children: children.slice(i, i + MOST_NODES) };
  }
}

function* splitTable(table: Element): Iterable<Element> {
  const [head, body] = table.children.filter(isElement);
  const rows = body?.children.filter(isElement) ?? [];
  if (!head || !body || rows.length <= MOST_ROWS) return yield table;
  const { dataStart, dataEnd } = table.properties;
  for (let i = 0; i < rows.length; i += MOST_ROWS) {
    const part = { ...body, children: rows.slice(i, i + MOST_ROWS) };
    // Rows have no offsets of their own: parts of a table share its span, as even shares.
    const share = (n: number) =>
      Math.round(
        Number(dataStart) + ((Number(dataEnd) - Number(dataStart)) * Math.min(n, rows.length)) / rows.length,
      );
    const properties = { ...table.properties, dataStart: share(i), dataEnd: share(i + MOST_ROWS) };
    yield { ...table, properties, children: i === 0 ? [head, part] : [part] };
  }
}

/** Only code without colours is cut: it is all that is long. */
function* splitCode(code: Element): Iterable<Element> {
  const pre = code.children[0] as Element;
  const inner = pre.children[0] as Element;
  const text = inner.children[0];
  if (inner.children.length !== 1 || text?.type !== 'text') return yield code;
  const lines = text.value.split('\n');
  if (lines.length <= MOST_LINES) return yield code;
  const { dataStart, dataEnd } = code.properties;
  let at = Number(dataStart);
  for (let i = 0; i < lines.length; i += MOST_LINES) {
    const value = lines.slice(i, i + MOST_LINES).join('\n');
    const last = i + MOST_LINES >= lines.length;
    const end = last ? Number(dataEnd) : Math.min(at + value.length + 1, Number(dataEnd));
    const properties = {
      ...code.properties,
      dataStart: at,
      dataEnd: end,
      ...(i > 0 && { dataJoined: true }),
    };
    yield {
      ...code,
      properties,
      children: [{ ...pre, children: [{ ...inner, children: [{ type: 'text', value }] }] }],
    };
    at = end;
  }
}

function spanOf(items: readonly Element[]): Element['properties'] {
  return { dataStart: items[0]!.properties.dataStart, dataEnd: items.at(-1)!.properties.dataEnd };
}
