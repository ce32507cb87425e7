import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import { parseWikilink } from '../../../../common/markup/link-syntax.ts';
import { FILL, type MaskItem } from '../../../../common/markup/mask.ts';
import './nodes.ts';
import type { Source } from './source.ts';

/**
 * Puts back what the mask took out of a parsed segment that starts at `base`: links, embeds, tags and formulas become
 * nodes where they stand in running text, and plain text again where they stand in code, HTML or addresses. Comments
 * are gone. Lines end where the source's do.
 */
export function restore(tree: Root, source: Source, base: number): void {
  const quoted = { depth: 0 };
  visit(tree);

  function visit(node: Nodes): void {
    if (node.type === 'blockquote') quoted.depth++;
    if ('children' in node) restoreChildren(node);
    restoreValues(node);
    if (node.type === 'blockquote') quoted.depth--;
  }

  function restoreChildren(parent: Parents): void {
    const children = parent.children as PhrasingContent[];
    if (!children.some((c) => c.type === 'text')) {
      for (const child of children) visit(child);
      return;
    }
    const out: PhrasingContent[] = [];
    for (const child of children) {
      if (child.type === 'text') pushText(child, out);
      else {
        visit(child);
        out.push(child);
      }
    }
    parent.children = out as never;
  }

  function restoreValues(node: Nodes): void {
    const at = base + (node.position?.start.offset ?? 0);
    if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'html') {
      node.value = source.fillsFrom(at).restore(node.value);
      if (node.type === 'code' && node.lang?.includes(FILL)) node.lang = null;
    } else if (node.type === 'image') {
      const fills = source.fillsFrom(at);
      node.alt = fills.restore(node.alt ?? '');
      node.url = fills.restore(node.url);
    } else if (node.type === 'imageReference') {
      node.alt = source.fillsFrom(at).restore(node.alt ?? '');
    } else if (node.type === 'link') {
      const last = node.children.at(-1)?.position?.end.offset;
      node.url = source.fillsFrom(last === undefined ? at : base + last).restore(node.url);
    } else if (node.type === 'definition') {
      node.url = source.fillsFrom(at + node.identifier.length).restore(node.url);
    }
  }

  function pushText(text: Text, out: PhrasingContent[]): void {
    const { value } = text;
    const start = base + (text.position?.start.offset ?? 0);
    if (!value.includes(FILL)) {
      pushLines(value, start, text, out);
      return;
    }
    const fills = source.fillsFrom(start);
    let plain = '';
    let plainStart = start;
    const flush = () => {
      if (plain) pushLines(plain, plainStart, text, out);
      plain = '';
    };
    for (let i = 0; i < value.length; i++) {
      if (value[i] !== FILL) {
        plain += value[i];
        continue;
      }
      const at = fills.next();
      const item = at < 0 ? null : source.itemAt(at);
      if (!item) {
        plain += value[i];
        continue;
      }
      flush();
      const node = itemNode(item);
      if (typeof node === 'string') plain = node;
      else if (node) out.push(node);
      i += item.end - at - 1;
      fills.skipTo(item.end);
      plainStart = item.end;
    }
    flush();
  }

  function itemNode({ kind, start: from, end: to }: MaskItem): PhrasingContent | string | null {
    const written = source.text.slice(from, to);
    switch (kind) {
      case 'comment':
      case 'hidden':
        return null;
      case 'tag':
        return { type: 'tag', name: written.slice(1), from, to };
      case 'math':
        return { type: 'formula', tex: unquote(written.slice(1, -1)), display: false, from, to };
      case 'math-block':
        return { type: 'formula', tex: unquote(written.slice(2, -2)), display: true, from, to };
      case 'wikilink':
      case 'embed': {
        const inside = written.slice(kind === 'embed' ? 3 : 2, -2);
        const bar = inside.search(/\\?\|/);
        if (!parseWikilink(inside)) return written;
        const alias =
          bar < 0
            ? ''
            : inside
                .slice(bar)
                .replace(/^\\?\|/, '')
                .trim();
        const target = (bar < 0 ? inside : inside.slice(0, bar)).trim();
        return { type: kind, target, alias: alias || null, from, to };
      }
    }
  }

  /** A formula over several lines of a quote has the quote's marks in it. */
  function unquote(tex: string): string {
    return quoted.depth > 0 ? tex.replace(/(\n[ \t]*)(?:>[ \t]?)+/g, '$1') : tex;
  }
}

/** A line's end within a paragraph is a line's end on the page, as in Obsidian unless it is told otherwise. */
function pushLines(value: string, start: number, text: Text, out: PhrasingContent[]): void {
  const end = text.position?.end;
  const lines = value.split('\n');
  lines.forEach((line, i) => {
    if (i > 0) out.push({ type: 'break' });
    if (line && end)
      out.push({ type: 'text', value: line, position: { start: { ...end, offset: start }, end } });
  });
}
