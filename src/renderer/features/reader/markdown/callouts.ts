import type { Blockquote, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';

const MARK = /^\[!([^\]\n|]{1,60})(?:\|[^\]\n]*)?\]([+-]?)(?:[ \t]+|$)/;

/** Quotes that begin with `[!type]` become callouts: a title, and a body that may be folded. */
export function readCallouts(node: Root | Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) readCallouts(child);
  if (node.type === 'blockquote') readCallout(node);
}

function readCallout(quote: Blockquote): void {
  const first = quote.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const mark = text?.type === 'text' ? MARK.exec(text.value) : null;
  if (!mark || first?.type !== 'paragraph' || text?.type !== 'text') return;
  text.value = text.value.slice(mark[0].length);
  const lineEnd = first.children.findIndex((c) => c.type === 'break');
  const title = (lineEnd < 0 ? first.children : first.children.slice(0, lineEnd)).filter(
    (c: PhrasingContent) => c.type !== 'text' || c.value !== '',
  );
  const rest = lineEnd < 0 ? [] : first.children.slice(lineEnd + 1);
  const body: Blockquote['children'] = [
    ...(rest.length ? [{ ...first, children: rest } satisfies Paragraph] : []),
    ...quote.children.slice(1),
  ];
  quote.data = {
    ...quote.data,
    hName: 'x-callout',
    hProperties: {
      ...quote.data?.hProperties,
      dataType: mark[1]!.trim().toLowerCase(),
      ...(mark[2] && { dataFold: mark[2] === '-' ? 'closed' : 'open' }),
    },
  };
  const { position } = first;
  quote.children = [
    { type: 'paragraph', children: title, data: { hName: 'x-callout-title' }, ...(position && { position }) },
    ...(body.length
      ? [{ type: 'blockquote', children: body, data: { hName: 'x-callout-body' } } satisfies Blockquote]
      : []),
  ];
}
