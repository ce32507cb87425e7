import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot, Properties } from 'hast';
import type { FootnoteReference, ListItem, Nodes, Root } from 'mdast';
import { type Handlers, type State, toHast } from 'mdast-util-to-hast';
import { codeElement } from './code.ts';
import { element, imageElement, linkElement, own } from './elements.ts';
import type { Footnotes } from './footnotes.ts';
import { formulaElement } from './formula.ts';
import { type Mixed, mergeHtml } from './html.ts';
import { linkText } from './link-text.ts';
import type { EmbedNode, FormulaNode, MarkedNode, TagNode, WikilinkNode } from './nodes.ts';

export interface ToHastOptions {
  /** Where the segment begins in the note. */
  readonly base: number;
  /** Where its own text ends in it: definitions of other segments stand behind. */
  readonly end: number;
  readonly footnotes: Footnotes;
}

/** The segment's elements, with the reader's own in the place of all that leads or fetches. */
export function toElements(tree: Root, options: ToHastOptions): Element[] {
  const { base, end } = options;
  const handlers = handlersFor(options);
  const root = toHast(tree, { handlers: handlers as Handlers, allowDangerousHtml: true }) as HastRoot;
  place(root, base);
  return mergeHtml(root.children as Mixed[], true)
    .flatMap((child): Element[] => {
      if (child.type === 'element') return [child];
      return child.type === 'text' && child.value.trim() ? [element('p', [child])] : [];
    })
    .filter((child) => Number(child.properties.dataStart ?? 0) < end);
}

function handlersFor({ base, end, footnotes }: ToHastOptions): Record<string, unknown> {
  const at = (node: Nodes): number => base + (node.position?.start.offset ?? 0);
  return {
    wikilink: (_: State, node: WikilinkNode) =>
      own('x-wikilink', { dataTarget: node.target, dataFrom: node.from }, [
        { type: 'text', value: node.alias ?? linkText(node.target) },
      ]),
    embed: (_: State, node: EmbedNode) =>
      own('x-embed', { dataTarget: node.target, dataFrom: node.from, ...size(node.alias) }),
    tag: (_: State, node: TagNode) =>
      own('x-tag', { dataName: node.name }, [{ type: 'text', value: `#${node.name}` }]),
    formula: (_: State, node: FormulaNode) => formulaElement(node.tex, node.display),
    marked: (state: State, node: MarkedNode) => element('mark', state.all(node as never) as ElementContent[]),
    link: (state: State, node: Extract<Nodes, { type: 'link' }>) =>
      linkElement(node.url, state.all(node) as ElementContent[], at(node)),
    linkReference: (state: State, node: Extract<Nodes, { type: 'linkReference' }>) => {
      const definition = state.definitionById.get(node.identifier.toUpperCase());
      const children = state.all(node) as ElementContent[];
      return definition ? linkElement(definition.url, children, at(node)) : children;
    },
    image: (_: State, node: Extract<Nodes, { type: 'image' }>) =>
      imageElement(node.url, node.alt ?? '', {}, at(node)),
    imageReference: (state: State, node: Extract<Nodes, { type: 'imageReference' }>) => {
      const definition = state.definitionById.get(node.identifier.toUpperCase());
      return definition ? imageElement(definition.url, node.alt ?? '', {}, at(node)) : undefined;
    },
    code: (state: State, node: Extract<Nodes, { type: 'code' }>) => {
      const result = codeElement(node.value, node.lang ?? null);
      state.patch(node, result);
      return state.applyData(node, result);
    },
    listItem: (state: State, node: ListItem, parent: Nodes | undefined) => listItem(state, node, parent),
    footnoteReference: (_: State, node: FootnoteReference) => {
      const { number, nth } = footnotes.refer(node.identifier);
      return own('x-footnote', { dataLabel: node.identifier, dataNumber: number, dataNth: nth });
    },
    footnoteDefinition: (state: State, node: Extract<Nodes, { type: 'footnoteDefinition' }>) => {
      if (at(node) >= end) return undefined;
      const children = state.all(node);
      place({ type: 'root', children: children as ElementContent[] }, base);
      footnotes.define(node.identifier, mergeHtml(children as ElementContent[], true));
      return undefined;
    },
  };
}

/** A tight list's items have their text without a paragraph around it; done is what is ticked. */
function listItem(state: State, node: ListItem, parent: Nodes | undefined): Element {
  const loose = node.spread || (parent?.type === 'list' && (parent.spread ?? false));
  const children = (state.all(node) as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element' || child.tagName !== 'p' || loose) return [child];
    const inline = mergeHtml(child.children as Mixed[], false);
    const block = child.properties.dataBlock;
    return block ? [element('span', inline, { dataBlock: block })] : inline;
  });
  if (typeof node.checked === 'boolean') children.unshift(own('x-task', { dataDone: node.checked }));
  const result = element('li', children);
  state.patch(node, result);
  return state.applyData(node, result);
}

const SIZE = /^(\d{1,4})(?:x(\d{1,4}))?$/;

function size(alias: string | null): Properties {
  if (!alias) return {};
  const [name, last] = alias.includes('|')
    ? [alias.slice(0, alias.lastIndexOf('|')), alias.slice(alias.lastIndexOf('|') + 1)]
    : ['', alias];
  const found = SIZE.exec(last);
  return found ? { dataAlt: name, dataWidth: found[1], dataHeight: found[2] } : { dataAlt: alias };
}

const INLINE = new Set([
  'em',
  'strong',
  'del',
  'code',
  'a',
  'span',
  'mark',
  'sup',
  'sub',
  'br',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
]);

/** Writes offsets onto blocks, merges HTML, and lets go of all other positions. */
function place(node: HastNodes, base: number): void {
  if (!('children' in node)) return;
  for (const child of node.children as HastNodes[]) {
    place(child, base);
    const from = child.position?.start.offset;
    if (from === undefined) continue;
    const at = { dataStart: base + from, dataEnd: base + (child.position?.end.offset ?? from) };
    if ((child.type as string) === 'raw') Object.assign(child, { at });
    else if (child.type === 'element' && !INLINE.has(child.tagName)) Object.assign(child.properties, at);
    delete child.position;
  }
  if (node.type !== 'element') return;
  if ((node.children as Mixed[]).some((c) => c.type === 'raw'))
    node.children = mergeHtml(node.children as Mixed[], CONTAINERS.has(node.tagName));
  // Embedded notes and films are blocks, and a paragraph may hold none.
  if (node.tagName === 'p' && holdsBlock(node)) node.tagName = 'div';
}

const CONTAINERS = new Set(['blockquote', 'li', 'x-callout', 'x-callout-body', 'ul', 'ol']);

const holdsBlock = (node: Element): boolean =>
  node.children.some(
    (c) =>
      c.type === 'element' &&
      (c.tagName === 'x-embed' || c.tagName === 'x-image' || BLOCKS.has(c.tagName) || holdsBlock(c)),
  );

const BLOCKS = new Set([
  'div',
  'p',
  'details',
  'table',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'figure',
  'dl',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'center',
]);
