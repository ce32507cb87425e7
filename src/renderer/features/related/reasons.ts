import { asWritten } from '../../../common/emphasis.ts';
import type { NoteRef } from '../../../contract/common.ts';
import type { Reason, RelatedNote } from '../../../contract/related.ts';

/** What a reason rests on, for whoever puts it into words. */
export interface Grounds {
  readonly kind: Reason['kind'];
  readonly share: number;
  /** Words as the notes write them, or tags. */
  readonly words: readonly string[];
  /** Notes that the two are linked through. */
  readonly notes: readonly NoteRef[];
  /** Who says whose name. */
  readonly says: 'here' | 'there' | 'both' | null;
}

const WORDS = 5;
const NOTES = 2;
const TAGS = 3;

/** Why a note is related, the largest share first, with what each reason rests on. */
export function groundsOf(related: RelatedNote, title: string): Grounds[] {
  return related.reasons.map(({ kind, share }) => ({
    kind,
    share,
    words: kind === 'words' ? wordsOf(related, title) : kind === 'tags' ? tagsOf(related) : [],
    notes: kind === 'links' ? related.via.slice(0, NOTES) : [],
    says: kind === 'names' ? saysOf(related) : null,
  }));
}

const tagsOf = ({ sharedTags }: RelatedNote) => sharedTags.slice(0, TAGS).map((tag) => `#${tag}`);

function wordsOf({ sharedTerms, evidence, note }: RelatedNote, title: string): string[] {
  const texts = [...evidence.flatMap(({ here, there }) => [here.text, there.text]), title, note.title];
  const terms = sharedTerms.slice(0, WORDS).map(({ term }) => term);
  return [...new Set(asWritten(terms, texts))];
}

function saysOf({ mentions }: RelatedNote): Grounds['says'] {
  const here = mentions.some((mention) => mention.in === 'here');
  const there = mentions.some((mention) => mention.in === 'there');
  if (here && there) return 'both';
  return here ? 'here' : there ? 'there' : null;
}

/** Share of pairs that are less close, as it may be said: never 100 %, there is always the pair itself. */
export const closerThan = (percentile: number): number =>
  Math.max(0, Math.min(99.9, Math.floor(percentile * 10) / 10)) / 100;
