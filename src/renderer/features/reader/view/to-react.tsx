import type { Element } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { Callout, CalloutBody, CalloutTitle } from './elements/Callout.tsx';
import { Code } from './elements/Code.tsx';
import { Embed } from './elements/Embed.tsx';
import { Footnote, Footnotes, FootnoteText } from './elements/Footnotes.tsx';
import { Formula } from './elements/Formula.tsx';
import { heading } from './elements/Heading.tsx';
import { ExternalLink, NoteLink, Refused, TagLink } from './elements/links.tsx';
import { Mermaid } from './elements/Mermaid.tsx';
import { Plain } from './elements/Plain.tsx';
import { RemoteImage } from './elements/RemoteImage.tsx';
import { Table } from './elements/Table.tsx';
import { Task } from './elements/Task.tsx';

/** What the reader's own elements are; all others are themselves. None of a note's may lead, fetch or run. */
const components = {
  'x-wikilink': NoteLink,
  'x-link': ExternalLink,
  'x-refused': Refused,
  'x-tag': TagLink,
  'x-embed': Embed,
  'x-image': RemoteImage,
  'x-formula': Formula,
  'x-code': Code,
  'x-mermaid': Mermaid,
  'x-callout': Callout,
  'x-callout-title': CalloutTitle,
  'x-callout-body': CalloutBody,
  'x-task': Task,
  'x-footnote': Footnote,
  'x-footnotes': Footnotes,
  'x-footnote-text': FootnoteText,
  'x-plain': Plain,
  table: Table,
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  // Never in what the pipeline gives; should one slip through, it is nothing.
  ...Object.fromEntries(
    ['a', 'img', 'iframe', 'script', 'style', 'link', 'object', 'embed', 'form', 'base', 'meta'].map(
      (name) => [name, Nothing],
    ),
  ),
};

function Nothing() {
  return null;
}

/** An element of a note as React shows it. */
export const toReact = (node: Element): ReactNode =>
  toJsxRuntime(node, { Fragment, jsx, jsxs, components: components as never, ignoreInvalidStyle: true });
