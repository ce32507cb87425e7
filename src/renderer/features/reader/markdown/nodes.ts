import type { Data, Node, PhrasingContent } from 'mdast';

/** What Obsidian adds to Markdown's inline nodes; offsets are into the note's text. */
interface Own extends Node {
  data?: Data;
  /** Its span in the note. */
  from: number;
  to: number;
}

export interface WikilinkNode extends Own {
  type: 'wikilink';
  /** As written before the bar, heading and block included. */
  target: string;
  alias: string | null;
}

export interface EmbedNode extends Own {
  type: 'embed';
  target: string;
  alias: string | null;
}

export interface TagNode extends Own {
  type: 'tag';
  name: string;
}

export interface FormulaNode extends Own {
  type: 'formula';
  tex: string;
  display: boolean;
}

export interface MarkedNode extends Node {
  type: 'marked';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    wikilink: WikilinkNode;
    embed: EmbedNode;
    tag: TagNode;
    formula: FormulaNode;
    marked: MarkedNode;
  }
  interface RootContentMap {
    wikilink: WikilinkNode;
    embed: EmbedNode;
    tag: TagNode;
    formula: FormulaNode;
    marked: MarkedNode;
  }
}
