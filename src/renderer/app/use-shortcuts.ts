import { useEffect } from 'react';
import { runCommand, useCommands } from '../state/commands.ts';
import { matches, typesText } from '../state/keys.ts';

/** Runs commands by their keys, wherever the focus is; typing is never taken away. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || typesText(event)) return;
      for (const { id, keys } of useCommands.getState().all.values()) {
        if (!keys || !matches(keys, event)) continue;
        if (runCommand(id)) event.preventDefault();
        return;
      }
    };
    // The mouse's own buttons for back and forward.
    const onMouse = (event: MouseEvent) => {
      const id = event.button === 3 ? 'nav.back' : event.button === 4 ? 'nav.forward' : null;
      if (!id) return;
      event.preventDefault();
      if (event.type === 'mouseup') runCommand(id);
    };
    addEventListener('keydown', onKey);
    addEventListener('mousedown', onMouse);
    addEventListener('mouseup', onMouse);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('mousedown', onMouse);
      removeEventListener('mouseup', onMouse);
    };
  }, []);
}
