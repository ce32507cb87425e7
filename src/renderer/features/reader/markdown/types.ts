import type { Element } from 'hast';
import type { Span } from '../../../../common/span.ts';

/** Why a part of a note is shown as its plain text. */
export type PlainReason = 'slow' | 'deep' | 'long' | 'failed';

/** A piece of the page: one element standing directly in the note. All offsets are into the note's text. */
export interface Block extends Span {
  readonly node: Element;
  /** Ids of blocks (`^id`) within it. */
  readonly blockIds: readonly string[];
  /** Labels of footnotes that are referred to within it; of the notes themselves in the last block. */
  readonly footnotes: readonly string[];
  /** It goes on where the block before it ended: a long list, table or code is shown in parts. */
  readonly joined: boolean;
}

/** What stands between the `---` lines at a note's start. */
export interface Properties extends Span {
  readonly raw: string;
  /** In the order of the source; empty where it could not be read. */
  readonly entries: readonly (readonly [name: string, value: PropertyValue])[];
  /** Why it could not be read. */
  readonly error: string | null;
}

export type PropertyValue =
  | string
  | number
  | boolean
  | null
  | readonly PropertyValue[]
  | { readonly [k: string]: PropertyValue };

export interface Rendered {
  readonly properties: Properties | null;
  readonly blocks: readonly Block[];
  /** Reasons why parts are plain, each once. */
  readonly plain: readonly PlainReason[];
}
