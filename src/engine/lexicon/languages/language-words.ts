/** What is known of one language's words. */
export interface LanguageWords {
  /** Words that say how others belong together, not what a text is about; as written, in lower case. */
  readonly stopWords: string;
  /** A folded word without the endings of number (and, where they are one with it, of gender): a key, not a word. */
  readonly stem: (word: string) => string;
}
