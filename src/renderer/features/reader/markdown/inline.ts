import type { Nodes, PhrasingContent, Root, Text } from 'mdast';
import './nodes.ts';

/** `==marked==` words, which may hold other inline syntax. */
export function markHighlights(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) markHighlights(child);
  const children = node.children as PhrasingContent[];
  if (children.some((c) => c.type === 'text' && c.value.includes('==')))
    (node as { children: PhrasingContent[] }).children = pair(children.flatMap(cut));
}

type Cut = PhrasingContent | { readonly type: 'edge'; readonly opens: boolean; readonly closes: boolean };

/** A text into its parts between edges: '==' that is not part of a longer run, with a letter on one side. */
function cut(node: PhrasingContent): Cut[] {
  if (node.type !== 'text' || !node.value.includes('==')) return [node];
  const out: Cut[] = [];
  let last = 0;
  for (const { index } of node.value.matchAll(/(?<!=)==(?!=)/g)) {
    const before = node.value[index - 1];
    const after = node.value[index + 2];
    if (index > last) out.push(part(node, node.value.slice(last, index)));
    // At the text's own edge stands another node, as good as a letter.
    out.push({ type: 'edge', opens: !isBlank(after), closes: !isBlank(before) });
    last = index + 2;
  }
  if (last < node.value.length) out.push(part(node, node.value.slice(last)));
  return out;
}

const part = (text: Text, value: string): Text => ({ ...text, value });
const isBlank = (c: string | undefined): boolean => c !== undefined && /\s/.test(c);

function pair(cuts: readonly Cut[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  /** Where an opening edge stands in `out`, as the text it is until its partner is found. */
  let open = -1;
  for (const piece of cuts) {
    if (piece.type !== 'edge') out.push(piece);
    else if (open >= 0 && piece.closes && out.length > open + 1) {
      const [, ...children] = out.splice(open);
      out.push({ type: 'marked', children });
      open = -1;
    } else {
      if (open < 0 && piece.opens) open = out.length;
      out.push({ type: 'text', value: '==' });
    }
  }
  return out;
}

const BLOCK_ID = /(?:^|[ \t])\^([a-zA-Z0-9-]+)[ \t]*$/;

/**
 * Takes `^id` off the end of paragraphs, headings and items: the block keeps it as its name. Standing alone it names
 * the block before it.
 */
export function takeBlockIds(tree: Root): void {
  walk(tree);

  function walk(parent: Nodes): void {
    if (!('children' in parent)) return;
    const children = parent.children as Nodes[];
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      if (child.type !== 'paragraph' && child.type !== 'heading') {
        walk(child);
        continue;
      }
      const id = takeId(child.children);
      if (!id) continue;
      const alone = child.type === 'paragraph' && child.children.length === 0;
      const named = alone ? children[i - 1] : child;
      if (named) name(named, id);
      if (alone) children.splice(i--, 1);
    }
  }
}

function takeId(children: PhrasingContent[]): string | null {
  const last = children.at(-1);
  const found = last?.type === 'text' ? BLOCK_ID.exec(last.value) : null;
  if (!found) return null;
  const before = children.at(-2);
  // In the middle of a line, '^' needs a blank before it; at its start it has the line's end.
  if (found[0].startsWith('^') && before && before.type !== 'break') return null;
  (last as Text).value = (last as Text).value.slice(0, found.index);
  if (!(last as Text).value) children.pop();
  if (children.at(-1)?.type === 'break') children.pop();
  return found[1]!;
}

function name(node: Nodes, id: string): void {
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dataBlock: id } };
}
