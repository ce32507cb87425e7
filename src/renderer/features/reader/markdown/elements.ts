import type { Element, ElementContent, Properties } from 'hast';
import { readAddress, readImageAddress } from './address.ts';

/**
 * The reader's own elements. Their names begin with `x-`, which no HTML of a note can: it is reduced to a short list
 * of plain elements first. All that leads somewhere or fetches something is one of these, so that nothing in a note
 * leads or fetches by itself; the view decides.
 */
export type OwnTag =
  | 'x-wikilink'
  | 'x-link'
  | 'x-refused'
  | 'x-image'
  | 'x-embed'
  | 'x-tag'
  | 'x-formula'
  | 'x-code'
  | 'x-mermaid'
  | 'x-callout'
  | 'x-callout-title'
  | 'x-callout-body'
  | 'x-task'
  | 'x-footnote'
  | 'x-footnotes'
  | 'x-footnote-text'
  | 'x-plain';

export function own(tagName: OwnTag, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

export const element = (
  tagName: string,
  children: ElementContent[],
  properties: Properties = {},
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** A link by its written address; one that may not be followed is its text, marked. */
export function linkElement(written: string, children: ElementContent[], from?: number): Element {
  const address = readAddress(written);
  if (address.kind === 'web') return own('x-link', { dataUrl: address.url }, children);
  if (address.kind === 'refused') return own('x-refused', { dataScheme: address.scheme }, children);
  return own(
    'x-wikilink',
    { dataTarget: decoded(address.target), dataMarkdown: true, dataFrom: from },
    children,
  );
}

const SIZE = /^(.*?)\|?(\d{1,4})(?:x(\d{1,4}))?$/s;

/** An image by its written address; `alt` may end with a size, as in `|300` or `|300x200`. */
export function imageElement(written: string, alt: string, size: Properties = {}, from?: number): Element {
  const address = readImageAddress(written);
  if (address.kind === 'refused') return own('x-refused', { dataScheme: address.scheme, dataImage: true });
  const sized = alt.includes('|') || /^\d+(x\d+)?$/.test(alt) ? SIZE.exec(alt) : null;
  const properties = {
    dataAlt: sized ? sized[1]! : alt,
    dataWidth: sized?.[2] ?? size.dataWidth,
    dataHeight: sized?.[3] ?? size.dataHeight,
  };
  if (address.kind === 'vault')
    return own('x-embed', {
      dataTarget: decoded(address.target),
      dataMarkdown: true,
      dataFrom: from,
      ...properties,
    });
  return own('x-image', { dataUrl: address.url, dataRemote: address.kind === 'web', ...properties });
}

/** Percent escapes decoded; where they are broken, as written. */
function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
