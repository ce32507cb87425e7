import type { Changes } from '../../../contract/changes.ts';
import type { Answer, Item } from './answer.ts';

/** Results written out, from which tests start. */

const note = (path: string) => ({ path, title: path, language: 'es' });

const item = (path: string): Item => ({
  kind: 'note',
  id: path,
  note: note(path),
  related: {
    note: note(path),
    score: 1,
    percentile: 90,
    reasons: [{ kind: 'meaning', share: 1 }],
    evidence: [],
    sharedTerms: [],
    via: [],
    mentions: [],
    sharedTags: [],
    linked: { to: false, from: false },
    tier: 'contextual',
  },
});

export const answer = (...paths: string[]): Answer => ({
  note: note('a.md'),
  here: null,
  items: paths.map(item),
  coverage: 1,
});

export const changes = (more: Partial<Changes>): Changes => ({
  changed: [],
  removed: [],
  links: false,
  vectors: false,
  everything: false,
  notices: false,
  ...more,
});
