import type { Schema } from 'hast-util-sanitize';

/** Elements that say how text is meant, and none that fetch, run, ask or style. */
const PLAIN = [
  ...['p', 'div', 'span', 'br', 'hr', 'wbr', 'center', 'blockquote', 'pre', 'code'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'details', 'summary', 'figure', 'figcaption'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 's'],
  ...['samp', 'small', 'strong', 'strike', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'ruby', 'rb', 'rp', 'rt'],
  'img',
];

/**
 * What is left of HTML written in a note. No ids, classes, styles or `data-` attributes: those are the page's own, and
 * a note could pass itself off as a part of it. Addresses are
 * read by `address.ts`, and none stays an attribute that leads or fetches.
 */
export const SCHEMA: Schema = {
  tagNames: PLAIN,
  attributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    tr: ['align'],
    p: ['align'],
    div: ['align'],
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    details: ['open'],
    time: ['dateTime'],
    abbr: ['title'],
    dfn: ['title'],
    bdo: ['dir'],
    '*': ['dir', 'lang'],
  },
  // Their text is not for readers; all others leave theirs behind.
  strip: [
    'script',
    'style',
    'template',
    'title',
    'svg',
    'math',
    'noscript',
    'noembed',
    'noframes',
    'textarea',
    'select',
    'option',
    'head',
    'xmp',
    'plaintext',
    'object',
    'applet',
    'canvas',
    'dialog',
  ],
  ancestors: {
    li: ['ul', 'ol'],
    summary: ['details'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
    caption: ['table'],
  },
  allowComments: false,
  allowDoctypes: false,
  clobber: [],
};
