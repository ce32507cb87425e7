import type { Span } from '../../../../common/span.ts';

/** Elements of a note say where they stand in its text; those of notes embedded in it do not count. */
const PLACED = '[data-start]';

export const spanOf = (element: HTMLElement): Span => ({
  start: Number(element.dataset.start),
  end: Number(element.dataset.end),
});

const isOwn = (element: Element, root: Element): boolean => {
  const foreign = element.closest('[data-foreign]');
  return foreign === null || !root.contains(foreign);
};

/** The innermost elements with a place, in the order of the text. */
export function leavesOf(root: HTMLElement): HTMLElement[] {
  const placed = [...root.querySelectorAll<HTMLElement>(PLACED)].filter((element) => isOwn(element, root));
  return placed.filter((element, i) => {
    const next = placed[i + 1];
    // An item of a list has text of its own before the list within it.
    return element.tagName === 'LI' || !next || !element.contains(next);
  });
}

/** The innermost element around a point of the page. */
export function leafAround(node: Node | null, root: HTMLElement): HTMLElement | null {
  const element = node instanceof HTMLElement ? node : (node?.parentElement ?? null);
  const outside = element?.closest('[data-foreign]') ?? null;
  const from = outside && root.contains(outside) ? outside : element;
  const found = from?.closest<HTMLElement>(PLACED) ?? null;
  return found && root.contains(found) ? found : null;
}

/** The innermost element that an offset lies in, or the nearest one before it. */
export function leafAtOffset(root: HTMLElement, offset: number): HTMLElement | null {
  let best: HTMLElement | null = null;
  for (const element of root.querySelectorAll<HTMLElement>(PLACED)) {
    if (Number(element.dataset.start) > offset) continue;
    if (!isOwn(element, root)) continue;
    if (!best || Number(element.dataset.start) >= Number(best.dataset.start)) best = element;
  }
  return best;
}

/**
 * The topmost element that is mostly in view: 60 % of it, or half the page's height. Where none is, the one that takes
 * up most of the page.
 */
export function leafInView(root: HTMLElement, top: number, bottom: number): HTMLElement | null {
  const height = bottom - top;
  let best: HTMLElement | null = null;
  let most = 0;
  for (const leaf of leavesOf(root)) {
    const box = leaf.getBoundingClientRect();
    if (box.bottom <= top || box.height === 0) continue;
    if (box.top >= bottom) break;
    const seen = Math.min(box.bottom, bottom) - Math.max(box.top, top);
    if (seen >= box.height * 0.6 || seen >= height * 0.5) return leaf;
    if (seen > most) {
      best = leaf;
      most = seen;
    }
  }
  return best;
}

/** Marks what a span of the text covers, and nothing else, with an attribute. */
export function markSpan(root: HTMLElement, attribute: string, span: Span | null): HTMLElement[] {
  for (const element of root.querySelectorAll(`[${attribute}]`)) element.removeAttribute(attribute);
  if (!span) return [];
  const covered = leavesOf(root).filter((leaf) => {
    const { start, end } = spanOf(leaf);
    return start < Math.max(span.end, span.start + 1) && end > span.start;
  });
  for (const element of covered) element.setAttribute(attribute, '');
  return covered;
}
