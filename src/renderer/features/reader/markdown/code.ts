import type { Element, ElementContent } from 'hast';
import { common, createLowlight } from 'lowlight';
import { element, own } from './elements.ts';

const lowlight = createLowlight(common);
/** Longer code is shown without colours: finding them takes time that grows faster than the code. */
const LONGEST = 30_000;

/** A block of code in the colours of its language, or a diagram that the view draws. */
export function codeElement(value: string, language: string | null): Element {
  const name = (language ?? '')
    .toLowerCase()
    .replace(/^\{?\.?|[},].*$/g, '')
    .slice(0, 40);
  if (name === 'mermaid') return own('x-mermaid', { dataCode: value });
  const code = element('code', coloured(value, name));
  return own('x-code', { ...(name && { dataLanguage: name }) }, [element('pre', [code])]);
}

function coloured(value: string, name: string): ElementContent[] {
  if (!name || value.length > LONGEST || !lowlight.registered(name)) return [{ type: 'text', value }];
  return lowlight.highlight(name, value).children as ElementContent[];
}
