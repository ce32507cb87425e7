/** A half-open range of UTF-16 code units in a note's decoded text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
