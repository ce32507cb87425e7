import styles from './Kbd.module.css';

const MAC = /mac/i.test(navigator.userAgent);
const SIGNS: Readonly<Record<string, string>> = MAC
  ? {
      Plus: '+',
      '-': '−',
      Mod: '⌘',
      Shift: '⇧',
      Alt: '⌥',
      Ctrl: '⌃',
      Enter: '↩',
      ArrowLeft: '←',
      ArrowRight: '→',
    }
  : {
      Plus: '+',
      '-': '−',
      Mod: 'Ctrl',
      Enter: '↵',
      ArrowLeft: '←',
      ArrowRight: '→',
      ArrowUp: '↑',
      ArrowDown: '↓',
    };

/** Keys as they are written on this machine: `Mod+Shift+F` is Ctrl+Shift+F, on a Mac ⌘⇧F. */
export const keysText = (keys: string): string =>
  keys
    .split('+')
    .map((key) => SIGNS[key] ?? key)
    .join(MAC ? '' : '+');

/** A shortcut. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={styles.kbd}>{keysText(keys)}</kbd>;
}
