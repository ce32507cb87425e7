/**
 * Every number that decides an order, in one place. They were chosen by `npm run eval` over several vaults and
 * languages; docs/relatedness.md has the figures and what else was tried.
 */

/**
 * `related`: words, notes, passages and links are divided by their largest value before they are weighted; the names'
 * parts, which are shares already, are taken as they are.
 */
export interface RelatedWeights {
  /** Whole-note TF-IDF. */
  readonly words: number;
  /** Cosine of the notes' mean vectors. */
  readonly notes: number;
  /** Cosine of the best pair of passages. */
  readonly passages: number;
  /** Links passed on from similar notes. */
  readonly links: number;
  /** Sentences in which others link to the note, like one of the asked note's. */
  readonly contexts: number;
  /** Words of the other's title in the asked text, and of the asked title in the other's. */
  readonly titleHere: number;
  readonly titleThere: number;
  /** A whole name of the other in the asked text, and of the asked note in the other's. */
  readonly nameHere: number;
  readonly nameThere: number;
  /** Rare tags in common. */
  readonly tags: number;
}

export const RELATED: RelatedWeights = {
  words: 1,
  notes: 0.3,
  passages: 0.45,
  links: 0.95,
  contexts: 0.4,
  titleHere: 0.25,
  titleThere: 0.25,
  nameHere: 0.25,
  nameThere: 0.2,
  tags: 0.1,
};

/** No score is above this. */
export const MOST_SCORE = Object.values(RELATED).reduce((sum, weight) => sum + weight, 0);

/** What a part's largest value is where an answer is sure: scores of others are less, so that answers compare. */
export const SURE = { words: 0.5, notes: 0.8, passages: 0.9 } as const;

/**
 * The least that a part's largest value is taken for when it is divided by: where nothing is alike, the most alike is
 * not made to look it.
 */
export const LARGEST = { words: 0.2, notes: 0.3, passages: 0.4, links: 0.6, contexts: 0.2 } as const;

/**
 * How much of what a note is to the notes nearest to it is taken off what it is to the asked one; half of it in a
 * vault of `notesUnsure` notes.
 */
export const HUBS = { words: 0.3, notes: 0.5, notesUnsure: 30 } as const;

/** Notes from which links are passed on: the most similar ones. */
export const PASSING = 30;

/** What a note that is linked with the asked one counts for as one that passes links on, beside the most similar one. */
export const OWN_LINKS = 0.8;

/** Passages of the asked note that are compared one by one; of a longer note, as many spread evenly. */
export const ASKED_PASSAGES = 12;

/** Passages of the whole vault that are compared with each of those: by their bits the nearest. */
export const NEAR_PASSAGES = 400;

/**
 * Rows that all scans of one question may look at: in a vault of more than 200,000 passages, fewer than all asked
 * passages are looked for everywhere, but never fewer than so many; the others meet the most likely notes' passages.
 */
export const SCANNED_ROWS = 2_500_000;
export const LEAST_SCANS = 3;

/** Notes whose passages are all compared, besides those brought in: the best by words and mean vector. */
export const COMPARED_NOTES = 60;

/** Passages of each of those notes; of a longer one, as many spread over it. */
export const COMPARED_PASSAGES = 48;

/** What an answer shows of every related note. */
export const SHOWN = { evidence: 3, terms: 8, via: 5 } as const;

/** `search`: words as a share of the question, cosines divided by their largest value. */
export interface SearchWeights {
  readonly words: number;
  /** In equal parts by the best passage and by the mean of the note, and by its first passage. */
  readonly meaning: number;
  /** Within the meaning, beside each of the other two: the first passage's. */
  readonly lead: number;
  /** Within the words, beside those of the whole note: the best passage's, and the title's. */
  readonly passage: number;
  readonly title: number;
  /** Added for one of a few notes that hold the word that alone is asked for: a rare word is meant as such. */
  readonly held: number;
}

/** What meaning weighs, beside its weight, where it is that of the static tier alone, and in a language not learnt. */
export const STATIC_MEANING = 0.1;
export const UNLEARNT_MEANING = 0.25;

export const SEARCH: SearchWeights = {
  words: 0.8,
  meaning: 1,
  lead: 0.5,
  passage: 0.375,
  title: 0.3,
  held: 0.45,
};

/** Notes of a vault in which words count half: in fewer, that a word is rare is hardly known. */
export const FEW_NOTES = 20;

/**
 * Of the first answers, how many notes a question takes with it to notes in other languages, how much they weigh beside
 * it, and how far below the best one a note may score to have a say.
 */
export const CARRIED = { notes: 3, weight: 0.6, spread: 0.1 } as const;

/** Notes up to which holding the one word of a question is rare, and so decides. */
export const FEW_HOLDERS = 3;
