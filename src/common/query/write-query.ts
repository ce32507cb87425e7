import type { QueryPart } from './query-part.ts';

/** A question that reads as these parts: what a UI writes when a filter is added or taken away. */
export function writeQuery(parts: readonly QueryPart[]): string {
  return parts.map(written).join(' ');
}

function written(part: QueryPart): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'phrase':
      return `${part.negated ? '-' : ''}${quoted(part.text)}`;
    case 'without':
      return `-${part.text}`;
    case 'filter': {
      const { field, value, links, negated } = part;
      const bare =
        links === 'note' && /^[^[\]|#"“”„«»＂]+$/u.test(value)
          ? `[[${value}]]`
          : links !== 'note' && /^[^\s"“”„«»＂]+$/u.test(value)
            ? value
            : quoted(value);
      return `${negated ? '-' : ''}${field}:${bare}`;
    }
  }
}

/** In quotes that do not stand in the text itself. */
export function quoted(text: string): string {
  if (!/["“”]/u.test(text)) return `"${text}"`;
  return text.includes('»') ? `＂${text}＂` : `«${text}»`;
}
