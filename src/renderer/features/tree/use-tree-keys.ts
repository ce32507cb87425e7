import { type KeyboardEvent, useRef } from 'react';
import { useTabs } from '../../state/tabs.ts';
import { parentOf, type Row } from './rows.ts';
import { useTreeStore } from './store.ts';
import { Typeahead } from './typeahead.ts';

/** Lines that PageUp and PageDown pass. */
const PAGE = 15;

/** Keys of a tree as people with and without a screen reader know them. */
export function useTreeKeys(rows: readonly Row[], at: number) {
  const typeahead = useRef(new Typeahead());
  return (event: KeyboardEvent) => {
    if (event.altKey || rows.length === 0) return;
    const mod = event.ctrlKey || event.metaKey;
    const act = keyAction(event.key, rows, at, mod);
    if (act) act();
    else if (event.key.length === 1 && !mod) {
      const now = event.timeStamp;
      if (event.key === ' ' && !typeahead.current.typing(now)) open(rows[at], mod);
      else {
        const names = { length: rows.length, at: (i: number) => rows[i]!.name };
        goTo(rows, typeahead.current.find(event.key, names, at, now));
      }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function keyAction(key: string, rows: readonly Row[], at: number, mod: boolean): (() => void) | null {
  const row = rows[at];
  const last = rows.length - 1;
  const { toggle } = useTreeStore.getState();
  switch (key) {
    case 'ArrowDown':
      return mod ? null : () => goTo(rows, Math.min(last, at + 1));
    case 'ArrowUp':
      return mod ? null : () => goTo(rows, Math.max(0, at - 1));
    case 'PageDown':
      return mod ? null : () => goTo(rows, Math.min(last, at + PAGE));
    case 'PageUp':
      return mod ? null : () => goTo(rows, Math.max(0, at - PAGE));
    case 'Home':
      return () => goTo(rows, 0);
    case 'End':
      return () => goTo(rows, last);
    case 'ArrowRight':
      if (row?.kind !== 'folder') return () => {};
      return row.open ? () => goTo(rows, Math.min(last, at + 1)) : () => toggle(row.path, true);
    case 'ArrowLeft':
      if (row?.kind === 'folder' && row.open) return () => toggle(row.path, false);
      return () => goTo(rows, parentOf(rows, at));
    case 'Enter':
      return () => open(row, mod);
    case '*':
      return () => {
        for (const sibling of rows)
          if (sibling.kind === 'folder' && sibling.level === row?.level) toggle(sibling.path, true);
      };
    default:
      return null;
  }
}

function open(row: Row | undefined, newTab: boolean): void {
  if (row?.kind === 'folder') useTreeStore.getState().toggle(row.path);
  else if (row) useTabs.getState().open(row.path, { newTab });
}

function goTo(rows: readonly Row[], at: number): void {
  const row = rows[at];
  if (row) useTreeStore.getState().goTo(row.path);
}
