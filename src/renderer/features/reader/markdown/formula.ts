import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import katex from 'katex';
import { element, own } from './elements.ts';

/** Longer formulas are nobody's, and would keep the page waiting. */
const LONGEST = 20_000;
const KEPT = 500;
const kept = new Map<string, Element[]>();

/** TeX as KaTeX shows it; mistakes are shown in place, as the source with its reason. */
export function formulaElement(tex: string, display: boolean): Element {
  const properties = { dataDisplay: display };
  const source = tex.trim();
  if (source.length > LONGEST)
    return own('x-formula', { ...properties, dataError: 'too long' }, [text(source)]);
  const key = `${display ? 2 : 1}${source}`;
  let children = kept.get(key);
  if (!children) {
    try {
      children = render(source, display);
    } catch (error) {
      const reason = error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : '';
      return own('x-formula', { ...properties, dataError: reason || '?' }, [text(source)]);
    }
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
    kept.set(key, children);
  }
  return own('x-formula', properties, structuredClone(children));
}

function render(tex: string, displayMode: boolean): Element[] {
  const html = katex.renderToString(tex, {
    displayMode,
    throwOnError: true,
    // Nothing that links, fetches or names classes; macros stay finite, boxes on the page.
    trust: false,
    errorColor: 'var(--danger)',
    strict: 'ignore',
    maxExpand: 1000,
    maxSize: 20,
    output: 'htmlAndMathml',
  });
  return clean(fromHtml(html, { fragment: true }), 0) as Element[];
}

const ALLOWED =
  /^(?:span|svg|path|line|math|semantics|annotation|m(?:row|i|n|o|s|text|space|sup|sub|subsup|frac|sqrt|root|table|tr|td|over|under|underover|style|padded|phantom|error|enclose|multiscripts|labeledtr))$/;
const REFUSED = /^(?:on|href|src|xLink)/i;

/** KaTeX writes nothing else; should it one day, it is left out. */
function clean(parent: Root | Element, depth: number): ElementContent[] {
  if (depth > 200) throw new Error('too deep');
  return parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [text(child.value)];
    if (child.type !== 'element' || !ALLOWED.test(child.tagName)) return [];
    const properties = Object.fromEntries(
      Object.entries(child.properties).filter(([name]) => !REFUSED.test(name)),
    );
    return [element(child.tagName, clean(child, depth + 1), properties)];
  });
}

const text = (value: string) => ({ type: 'text', value }) as const;
