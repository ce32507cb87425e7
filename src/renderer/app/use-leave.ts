import { type RefObject, useEffect } from 'react';

/** A pane over the note goes when the person turns elsewhere. */
export function useLeave(pane: RefObject<HTMLElement | null>, over: boolean, onLeave: () => void): void {
  useEffect(() => {
    if (!over) return;
    const away = (event: PointerEvent) => {
      if (!pane.current?.contains(event.target as Node)) onLeave();
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onLeave();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', onEscape);
    };
  }, [pane, over, onLeave]);
}
