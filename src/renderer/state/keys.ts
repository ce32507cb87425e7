/** What of a keyboard event decides which keys were pressed. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const MAC = /mac/i.test(globalThis.navigator?.userAgent ?? '');

/** Whether an event is the keys of a command: `Mod+Shift+F`, Mod being Cmd on a Mac and Ctrl elsewhere. */
export function matches(keys: string, event: Pressed, mac = MAC): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1)!;
  const has = (name: string) => parts.includes(name);
  const ctrl = has('Ctrl') || (has('Mod') && !mac);
  const meta = has('Mod') && mac;
  if (event.ctrlKey !== ctrl || event.metaKey !== meta || event.altKey !== has('Alt')) return false;
  // Signs are where the layout puts them: on many, + and ? need Shift.
  if (key === 'Plus') return event.key === '+' || event.key === '=';
  if (!/^[\p{L}\p{N}]$/u.test(key) && key.length === 1) return event.key === key;
  if (event.shiftKey !== has('Shift')) return false;
  if (key.length > 1) return event.key === key;
  // Latin letters by what is typed; on layouts of other scripts, by where they stand.
  const typed = event.key.toUpperCase();
  if (/^[A-Z0-9]$/.test(typed)) return typed === key.toUpperCase();
  return event.code === `Key${key.toUpperCase()}` || event.code === `Digit${key}`;
}

/** Whether an event writes: a letter without a modifier, or one that AltGr makes. */
export function typesText(event: KeyboardEvent): boolean {
  if (event.getModifierState?.('AltGraph')) return true;
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}
