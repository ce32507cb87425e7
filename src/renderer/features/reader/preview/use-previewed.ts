import { type RefObject, useEffect, useState } from 'react';

export interface Previewed {
  readonly path: string;
  /** `Heading` or `^block`; empty for the whole note. */
  readonly part: string;
  /** The link, on the screen. */
  readonly box: DOMRect;
}

const BEFORE = 400;
/** Time to go from the link to the card. */
const AFTER = 200;

/** The link that is pointed at or has the focus, once it has been for a moment. */
export function usePreviewed(
  scroller: RefObject<HTMLElement | null>,
  card: RefObject<HTMLElement | null>,
): Previewed | null {
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  useEffect(() => {
    const root = scroller.current!;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let link: HTMLElement | null = null;
    const hide = () => {
      clearTimeout(timer);
      link = null;
      setPreviewed(null);
    };
    const approach = (target: EventTarget | null) => {
      const found = (target as Element | null)?.closest?.<HTMLElement>('[data-preview]') ?? null;
      if (card.current?.contains(target as Node)) {
        clearTimeout(timer);
        return;
      }
      if (found === link) {
        if (link) clearTimeout(timer);
        return;
      }
      if (!found) return leave();
      if (!root.contains(found)) return;
      clearTimeout(timer);
      link = found;
      timer = setTimeout(() => {
        const { preview = '', previewPart = '' } = found.dataset;
        // A link over two lines is two boxes; the first one is where it begins.
        const box = found.getClientRects()[0];
        if (found.isConnected && box) setPreviewed({ path: preview, part: previewPart, box });
      }, BEFORE);
    };
    const leave = () => {
      clearTimeout(timer);
      timer = setTimeout(hide, AFTER);
    };
    const onOver = (event: PointerEvent) => event.pointerType !== 'touch' && approach(event.target);
    const onFocus = (event: FocusEvent) => {
      if ((event.target as Element).matches?.(':focus-visible')) approach(event.target);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && link) hide();
    };
    document.addEventListener('pointerover', onOver);
    root.addEventListener('focusin', onFocus);
    root.addEventListener('focusout', leave);
    root.addEventListener('scroll', hide, { passive: true });
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onOver);
      root.removeEventListener('focusin', onFocus);
      root.removeEventListener('focusout', leave);
      root.removeEventListener('scroll', hide);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', hide);
    };
  }, [scroller, card]);
  return previewed;
}
