import type { SearchHit, SearchResult } from '../../../contract/search.ts';

/** Results written out, from which tests start. */

export const hit = (path: string): SearchHit => ({
  note: { path, title: path, language: 'es' },
  score: 1,
  parts: { meaning: 0.5, words: 0.5 },
  passages: [],
  matched: [],
  otherLanguage: false,
  tier: 'contextual',
});

export const result = (paths: string, more: Partial<SearchResult> = {}): SearchResult => ({
  hits: [...paths].map(hit),
  coverage: 1,
  queryCut: false,
  wordsOnly: false,
  listed: false,
  language: 'es',
  ...more,
});
