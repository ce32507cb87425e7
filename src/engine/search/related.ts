import { PortolanError } from '../../common/errors.ts';
import type { NoteRef } from '../../contract/common.ts';
import type { RelatedNote, RelatedResult } from '../../contract/related.ts';
import type { Corpus } from './corpus.ts';
import { evidenceOf } from './evidence.ts';
import { passedBy } from './links/pass-on.ts';
import { toNoteRef } from './passage.ts';
import { queryNoteOf } from './query-note.ts';
import { type Ranking, rank } from './rank.ts';
import { SHOWN } from './weights.ts';
import { sharedTermsOf } from './words/shared-terms.ts';

export interface RelatedOptions {
  readonly limit: number;
  readonly unlinkedOnly: boolean;
}

/**
 * Notes related to a note of the corpus, best first, each with what its score is made of and the passages that show
 * it. Notes with nothing in common are left out, so the answer may be shorter than `limit`. Throws NOTE_NOT_FOUND
 * when the note is gone.
 */
export async function related(
  corpus: Corpus,
  noteId: number,
  { limit, unlinkedOnly }: RelatedOptions,
): Promise<RelatedResult> {
  await corpus.settled();
  const record = corpus.source.notes.byId(noteId);
  if (!record)
    throw new PortolanError('NOTE_NOT_FOUND', { name: String(noteId), hint: 'it was just removed.' });
  const note = queryNoteOf(corpus, noteId);
  const linked = (slot: number) => linksBetween(corpus, noteId, corpus.notes.idOf(slot));
  const unlinked = (slot: number) => !linked(slot).to && !linked(slot).from;
  const ranking = rank(corpus, note, limit, undefined, unlinkedOnly ? unlinked : undefined);
  const asked = note.chunks.map((chunk, i) => ({ chunk, vector: ranking.passages[i]! }));
  const evidence = evidenceOf(corpus, asked, ranking.order);
  return {
    note: toNoteRef(record),
    results: ranking.order.flatMap((slot) => {
      const found = describe(corpus, ranking, slot);
      return found ? [{ ...found, evidence: evidence.get(slot) ?? [], linked: linked(slot) }] : [];
    }),
    coverage: corpus.coverage,
  };
}

function describe(
  corpus: Corpus,
  ranking: Ranking,
  slot: number,
): Omit<RelatedNote, 'evidence' | 'linked'> | undefined {
  const note = refOf(corpus, slot);
  if (!note) return undefined;
  const parts = {
    meaning: ranking.parts.meaning[slot]!,
    words: ranking.parts.words[slot]!,
    links: ranking.parts.links[slot]!,
    names: ranking.parts.names[slot]!,
  };
  return {
    note,
    score: parts.meaning + parts.words + parts.links + parts.names,
    parts,
    sharedTerms: sharedTermsOf(corpus, ranking.query, slot, SHOWN.terms),
    via: passedBy(corpus.links, ranking.passing, slot, SHOWN.via).flatMap(
      (other) => refOf(corpus, other) ?? [],
    ),
  };
}

function refOf(corpus: Corpus, slot: number): NoteRef | undefined {
  const record = corpus.source.notes.byId(corpus.notes.idOf(slot));
  return record && toNoteRef(record);
}

const linksBetween = ({ links }: Corpus, asked: number, other: number) => ({
  to: links.linksTo(asked, other),
  from: links.linksTo(other, asked),
});
