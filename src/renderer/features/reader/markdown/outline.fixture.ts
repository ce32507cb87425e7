import type { Element, ElementContent } from 'hast';
import type { Block } from './types.ts';

const SHOWN = new Set([
  'dataTarget',
  'dataUrl',
  'dataScheme',
  'dataName',
  'dataType',
  'dataFold',
  'dataDone',
  'dataNumber',
  'dataWidth',
  'dataHeight',
  'dataAlt',
  'dataBlock',
  'dataLanguage',
  'dataReason',
  'dataDisplay',
  'dataRemote',
  'dataError',
  'align',
  'start',
]);

/** Elements in one line, as `p[Hello x-tag(name=a)[#a]]`: what a test compares. Formulas and colours stay closed. */
export function written(node: ElementContent): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  if (node.type !== 'element') return `!${node.type}`;
  const { tagName, properties } = node;
  const own = Object.entries(properties).filter(([name, value]) => SHOWN.has(name) && value !== undefined);
  const said = own.map(([name, value]) => `${name.replace('data', '').toLowerCase()}=${value}`).join(' ');
  const inner =
    tagName === 'x-formula' && properties.dataError === undefined
      ? textOf(annotation(node) ?? node)
      : node.children.map(written).join('');
  return `${tagName}${said && `(${said})`}${inner.trim() ? `[${inner.trim()}]` : ''}`;
}

export const writtenBlocks = (blocks: readonly Block[]): string =>
  blocks
    .map(({ node }) => written(node))
    .join(' | ')
    .replace(/\s+/g, ' ');

export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

function annotation(node: Element): Element | null {
  return find(node, (element) => element.tagName === 'annotation');
}

export function find(node: Element, is: (element: Element) => boolean): Element | null {
  if (is(node)) return node;
  for (const child of node.children) {
    const found = child.type === 'element' ? find(child, is) : null;
    if (found) return found;
  }
  return null;
}

/** All elements of some blocks. */
export function* elementsOf(blocks: readonly Block[]): Generator<Element> {
  const open = blocks.map(({ node }) => node);
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (const child of node.children) if (child.type === 'element') open.push(child);
  }
}
