import type { NoteRef, Passage } from '../../contract/common.ts';
import type { RelatedNote, RelatedResult } from '../../contract/related.ts';
import type { SearchHit, SearchPassage, SearchResult } from '../../contract/search.ts';
import type { IndexResult, LedgerEntry, Progress, Status } from '../../contract/status.ts';

/** Results of the contract, written out, from which tests of what is shown start. */

export const note = (title: string, path = `${title}.md`): NoteRef => ({ path, title, language: 'en' });

export const passage = (text: string, headingPath: string[] = []): Passage => ({
  start: 0,
  end: text.length,
  headingPath,
  text,
});

export const searchPassage = (
  text: string,
  headingPath: string[] = [],
  more: Partial<SearchPassage> = {},
): SearchPassage => ({ ...passage(text, headingPath), score: 1, marks: [], sentence: null, ...more });

export const searchResult = (hits: SearchHit[], more: Partial<SearchResult> = {}): SearchResult => ({
  hits,
  coverage: 1,
  queryCut: false,
  wordsOnly: false,
  listed: false,
  language: 'en',
  ...more,
});

export const relatedNote = (title: string, more: Partial<RelatedNote> = {}): RelatedNote => ({
  note: note(title),
  score: 1,
  percentile: 99.34,
  reasons: [],
  evidence: [],
  sharedTerms: [],
  via: [],
  mentions: [],
  sharedTags: [],
  linked: { to: false, from: false },
  tier: 'contextual',
  ...more,
});

export const relatedResult = (title: string, results: RelatedNote[], coverage = 1): RelatedResult => ({
  note: note(title),
  results,
  coverage,
});

export const hit = (title: string, more: Partial<SearchHit> = {}): SearchHit => ({
  note: note(title),
  score: 1,
  parts: { meaning: 0.7, words: 0.3 },
  passages: [searchPassage(`All about ${title}.`)],
  matched: [],
  otherLanguage: false,
  tier: 'contextual',
  ...more,
});

export const progress = (more: Partial<Progress> = {}): Progress => ({
  phase: 'reading',
  notes: { total: 6871, done: 2950, failed: 0 },
  passages: { total: 0, embedded: 0, reused: 0 },
  rate: 31.4,
  secondsLeft: 125,
  current: 'folder/A note.md',
  ...more,
});

export const status = (more: Partial<Status> = {}): Status => ({
  vault: '/home/ada/Notes',
  database: '/home/ada/.local/share/portolan/notes.sqlite',
  bytes: 12_345_678,
  model: {
    id: 'multilingual-e5-small',
    name: 'multilingual-e5-small',
    precision: 'fast',
    fallback: false,
    provider: 'cpu',
    gpu: { is: 'off', provider: null, reason: null },
    threads: 2,
  },
  languages: [{ language: 'es', notes: 1234 }],
  writer: true,
  otherWriter: null,
  counts: {
    notes: 1234,
    chunks: 4000,
    vectors: 3000,
    links: 2,
    unresolvedLinks: 7,
    indexed: 1200,
    waiting: 30,
    skipped: 3,
    failed: 1,
  },
  progress: progress({ phase: 'idle' }),
  notices: [],
  ...more,
});

export const indexResult = (more: Partial<IndexResult> = {}): IndexResult => ({
  indexed: 0,
  unchanged: 0,
  renamed: 0,
  removed: 0,
  skipped: 0,
  failed: 0,
  embedded: 0,
  reused: 0,
  seconds: 0.42,
  ...more,
});

export const entry = (path: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  path,
  outcome: 'indexed',
  code: null,
  params: {},
  what: '',
  todo: '',
  oddities: [],
  at: '2026-01-02T03:04:05.000Z',
  ...more,
});
