/** The entities people write by hand; rarer ones stay as they are written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  times: '×',
  middot: '·',
  bull: '•',
  rarr: '→',
  larr: '←',
  euro: '€',
};

/** The text of an entity with its `&` and `;`, or undefined where it is not known. */
export function entityText(entity: string): string | undefined {
  const name = entity.slice(1, -1);
  if (name[0] !== '#') return NAMED[name];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : undefined;
}

const HTML_TAG = /<\/?([a-zA-Z][\w-]*)[^<>]{0,5000}>/g;

/** Ranges of a piece of HTML that are no text: its tags, and scripts and styles with all they hold. */
export function htmlNoise(html: string): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  const close: Record<string, number> = {};
  const lower = html.toLowerCase();
  HTML_TAG.lastIndex = 0;
  for (let tag = HTML_TAG.exec(html); tag; tag = HTML_TAG.exec(html)) {
    const name = tag[1]!.toLowerCase();
    let end = HTML_TAG.lastIndex;
    if ((name === 'script' || name === 'style') && tag[0][1] !== '/') {
      // Found once and kept: many openings must not look for the same end again and again.
      if ((close[name] ?? 0) < end) {
        const found = lower.indexOf(`</${name}>`, end);
        close[name] = found < 0 ? Number.POSITIVE_INFINITY : found;
      }
      if (close[name] !== Number.POSITIVE_INFINITY) end = close[name]! + name.length + 3;
    }
    ranges.push([tag.index, end]);
    HTML_TAG.lastIndex = end;
  }
  return ranges;
}
