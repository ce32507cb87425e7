import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Columns that a text takes on a terminal; styles take none, wide characters two. */
export const width = (text: string): number => stringWidth(text);

/** The graphemes of a plain text. */
export function* graphemesOf(text: string): Generator<string> {
  for (const { segment } of graphemes.segment(text)) yield segment;
}

/** The longest beginning of a plain text that fits into `columns`. */
export function head(text: string, columns: number): string {
  let taken = 0;
  let end = 0;
  for (const g of graphemesOf(text)) {
    taken += width(g);
    if (taken > columns) return text.slice(0, end);
    end += g.length;
  }
  return text;
}

/** A plain text cut at its end to fit, with an ellipsis where something is missing. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  return columns < 1 ? '' : `${head(text, columns - 1).trimEnd()}…`;
}

/** A plain text cut at its beginning: of a path, the end says more. */
export function clipStart(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  if (columns < 1) return '';
  const kept: string[] = [];
  let taken = 1;
  for (const g of [...graphemesOf(text)].reverse()) {
    taken += width(g);
    if (taken > columns) break;
    kept.push(g);
  }
  return `…${kept.reverse().join('')}`;
}

/** Filled up with spaces to `columns`; longer texts are left as they are. */
export const padEnd = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - width(text)));

export const padStart = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, columns - width(text))) + text;
