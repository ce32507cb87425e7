/**
 * Every number that decides an order, in one place. They were chosen by `npm run eval` over several vaults and
 * languages; docs/relatedness.md has the figures and what else was tried.
 */

/** `related`: each part is divided by its largest value before it is weighted. */
export interface RelatedWeights {
  /** Whole-note TF-IDF. */
  readonly words: number;
  /** Cosine of the notes' mean vectors. */
  readonly notes: number;
  /** Cosine of the best pair of passages. */
  readonly passages: number;
  /** Links passed on from similar notes. */
  readonly links: number;
}

export const RELATED: RelatedWeights = { words: 1, notes: 0.4, passages: 0.4, links: 0.9 };

/** Notes from which links are passed on: the most similar ones. */
export const PASSING = 30;

/** Passages of the asked note that are compared one by one; of a longer note, as many spread evenly. */
export const ASKED_PASSAGES = 12;

/** Passages of the whole vault that are compared with each of those: by their bits the nearest. */
export const NEAR_PASSAGES = 400;

/** Notes whose passages are all compared, besides those brought in: the best by words and mean vector. */
export const COMPARED_NOTES = 60;

/** Passages of each of those notes; of a longer one, as many spread over it. */
export const COMPARED_PASSAGES = 48;

/** What an answer shows of every related note. */
export const SHOWN = { evidence: 3, terms: 8, via: 5 } as const;

/** `search`: words and meaning, each divided by its largest value. */
export interface SearchWeights {
  readonly words: number;
  readonly meaning: number;
  /** A title's match beside a passage's, within the words. */
  readonly title: number;
  /** Added for one of a few notes that hold every telling word of a short question: a rare word is meant as such. */
  readonly held: number;
}

export const SEARCH: SearchWeights = { words: 1, meaning: 4, title: 0.5, held: 1 };

/** Notes up to which holding all of a question's words is rare, and so decides. */
export const FEW_HOLDERS = 3;

/** Telling words up to which a question is short; a longer one is a description, which nobody's note holds whole. */
export const SHORT_QUESTION = 2;
