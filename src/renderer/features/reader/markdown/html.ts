import type { Element, ElementContent, Properties, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { imageElement, linkElement } from './elements.ts';
import { SCHEMA } from './html-schema.ts';

/** What is left of a piece of HTML. Elements it leaves open are closed. */
export function harmless(html: string): ElementContent[] {
  const root = fromHtml(html, { fragment: true });
  replaceFrames(root);
  const clean = sanitize(root, SCHEMA) as Root;
  for (const child of clean.children) if (child.type === 'element') strip(child);
  return (clean.children as ElementContent[]).map(toOwn);
}

/** Positions within a fragment are not those of the note. */
function strip(node: Element): void {
  delete node.position;
  for (const child of node.children) {
    delete child.position;
    if (child.type === 'element') strip(child);
  }
}

/** Films and framed pages are links to where they are. */
const FRAMED = new Set(['iframe', 'embed', 'video', 'audio']);

function replaceFrames(parent: Root | Element): void {
  for (const [i, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    if (!FRAMED.has(child.tagName)) {
      replaceFrames(child);
      continue;
    }
    const source = child.children.find((c) => c.type === 'element' && c.tagName === 'source') as
      | Element
      | undefined;
    const url = String(child.properties.src ?? source?.properties.src ?? '');
    parent.children[i] = {
      type: 'element',
      tagName: 'a',
      properties: url ? { href: url } : {},
      children: [{ type: 'text', value: url.slice(0, 200) }],
    };
  }
}

/** Links and images become the reader's own, so that there is one way for each. */
function toOwn(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const { href, src, alt, width, height } = node.properties;
  const children = node.children.map(toOwn);
  if (node.tagName === 'a')
    return typeof href === 'string'
      ? linkElement(href, children)
      : { ...node, tagName: 'span', properties: {}, children };
  if (node.tagName === 'img')
    return imageElement(String(src ?? ''), String(alt ?? ''), {
      dataWidth: digits(width),
      dataHeight: digits(height),
    });
  return { ...node, children };
}

const digits = (value: unknown): string | undefined => /^\d{1,4}/.exec(String(value ?? ''))?.[0];

const TAG = /<(\/?)([a-z][a-z0-9-]*)\b[^<>]*?(\/?)>/gi;
/** HTML that may stand around Markdown, open in one block and closed in a later one. */
const AROUND = new Set(['details', 'div', 'center', 'blockquote', 'section', 'figure', 'table', 'p', 'span']);

interface Balance {
  /** Elements left open, outermost first. */
  readonly open: readonly string[];
  /** Elements closed that were not opened. */
  readonly closed: readonly string[];
}

function balance(html: string): Balance {
  const open: string[] = [];
  const closed: string[] = [];
  for (const [, slash, name, selfClosing] of html.matchAll(TAG)) {
    const tag = name!.toLowerCase();
    if (!AROUND.has(tag) || selfClosing) continue;
    if (!slash) open.push(tag);
    else if (open.includes(tag)) open.splice(open.lastIndexOf(tag));
    else closed.push(tag);
  }
  return { open, closed };
}

/** HTML among the elements that Markdown made; `at` is its place in the note. */
export interface Raw {
  readonly type: 'raw';
  readonly value: string;
  readonly at?: Properties;
}

export type Mixed = ElementContent | Raw;
const INLINE_TAG = /^<(\/?)([a-z][a-z0-9-]*)/i;
const VOID = new Set([
  'br',
  'hr',
  'img',
  'wbr',
  'input',
  'embed',
  'source',
  'area',
  'col',
  'link',
  'meta',
  'base',
  'param',
]);

interface Open {
  readonly name: string;
  /** Where children go while it is open. */
  readonly into: ElementContent[];
}

/**
 * Replaces pieces of HTML among an element's children, each parsed and cleaned by itself: what stands between an
 * opening piece and its closing one becomes the element's content. Markdown's own nodes never go through the parser of
 * HTML, so that nothing written in a note can close or break out of what surrounds it.
 */
export function mergeHtml(children: readonly Mixed[], block: boolean): ElementContent[] {
  const out: ElementContent[] = [];
  const stack: Open[] = [];
  const into = () => stack.at(-1)?.into ?? out;
  const close = (name: string) => {
    const at = stack.findLastIndex((open) => open.name === name);
    if (at >= 0) stack.length = at;
  };
  for (const child of children) {
    if (child.type !== 'raw') {
      into().push(child);
      continue;
    }
    const tag = block ? null : INLINE_TAG.exec(child.value);
    if (!block && !tag) continue;
    const name = tag?.[2]?.toLowerCase();
    if (name && tag![1]) {
      close(name);
      continue;
    }
    const { open, closed } = block
      ? balance(child.value)
      : { open: VOID.has(name!) ? [] : [name!], closed: [] };
    for (const ended of closed) close(ended);
    const parts = harmless(child.value);
    if (block)
      for (const part of parts)
        if (part.type === 'element') Object.assign(part.properties, (child as Raw).at);
    const dropped = !block && parts.length === 0 && open.length > 0;
    into().push(...parts);
    if (dropped && isHidden(name!)) stack.push({ name: name!, into: [] });
    else if (!dropped) for (const entered of spine(parts, open, into())) stack.push(entered);
  }
  return out;
}

/** Elements whose text is code or style is not for reading, also where it comes between two inline tags. */
const isHidden = (name: string): boolean => SCHEMA.strip!.includes(name);

/** The elements that were left open are the last ones of each level. */
function spine(parts: ElementContent[], open: readonly string[], outside: ElementContent[]): Open[] {
  const found: Open[] = [];
  let level = parts;
  for (const name of open) {
    const last = level.findLast((part) => part.type === 'element');
    if (last?.type !== 'element') break;
    found.push({ name, into: last.children });
    level = last.children;
  }
  return found.length ? found : open.length ? [{ name: open[0]!, into: outside }] : [];
}
