/**
 * What a terminal would obey instead of show: C0 and C1 controls, DEL, and the characters that reorder
 * what follows them. A note's name may hold any of them.
 */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text on one line that no terminal acts on: C0 controls as their Unicode pictures, the others as U+FFFD. */
export function harmless(text: string): string {
  return text.replace(CONTROLS, (c) => {
    const code = c.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** The same for running text: white space of any kind becomes one space first. */
export const harmlessProse = (text: string): string => harmless(text.replace(/\s+/gu, ' ').trim());

/** JSON leaves DEL, C1 and the reordering characters as they are; escaped they mean the same and do nothing. */
export function harmlessJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
