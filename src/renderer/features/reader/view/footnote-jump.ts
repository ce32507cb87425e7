import { createContext, useContext } from 'react';

/** Goes from a footnote's number to its text, or back; the element says in which note. */
export type FootnoteJump = (from: HTMLElement, label: string, to: 'text' | 'mark') => void;

/** Within what is drawn: enough for short notes and embedded ones. */
const jumpNearby: FootnoteJump = (from, label, to) => {
  const name = to === 'text' ? 'data-footnote-text' : 'data-footnote';
  const target = from
    .closest('[data-note-body]')
    ?.querySelector<HTMLElement>(`[${name}="${CSS.escape(label)}"]`);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
};

export const FootnoteJumpContext = createContext<FootnoteJump>(jumpNearby);

export const useFootnoteJump = (): FootnoteJump => useContext(FootnoteJumpContext);
