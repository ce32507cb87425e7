import type { Span } from '../../common/span.ts';

/** A passage: what is embedded, searched and shown as evidence. Spans are offsets into the note's decoded text. */
export interface Chunk extends Span {
  /** Position in the note's body, from 0; -1 for what its properties say. */
  readonly ordinal: number;
  /** Texts of the headings above it, outermost first. */
  readonly headingPath: readonly string[];
  /** Plain text of the span: link targets shown by their alias, markup and comments removed. */
  readonly text: string;
  /**
   * What the model reads, without the model's prefix: heading path, then text. The file's name is not part of it,
   * so that a rename costs no embedding; a title from frontmatter is.
   */
  readonly input: string;
  /** Tokens of `input`, without prefix and special tokens. */
  readonly tokens: number;
  /** Identity of `input` (`textHash`): vectors are keyed by it and the model. */
  readonly hash: string;
}
