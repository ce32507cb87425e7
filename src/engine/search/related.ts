import { PortolanError } from '../../common/errors.ts';
import { advising } from '../../common/reasons.ts';
import type { NoteRef } from '../../contract/common.ts';
import type { Filter } from '../../contract/filter.ts';
import type { RelatedNote, RelatedResult } from '../../contract/related.ts';
import { breathe } from '../base/breathe.ts';
import type { NoteRecord } from '../store/types.ts';
import type { Corpus } from './corpus.ts';
import { evidenceOf } from './evidence.ts';
import { PairSample } from './features/pair-sample.ts';
import { allOf, type Keep, keeper } from './filter.ts';
import { prepareContexts } from './links/contexts.ts';
import { toNoteRef } from './passage.ts';
import { passagePairs } from './passages/passage-pairs.ts';
import { queryNoteOf } from './query-note.ts';
import { type Ranking, rank } from './rank.ts';
import { mentionsOf, reasonsOf, sharedTagsOf, throughOf } from './reasons.ts';
import { MOST_SCORE, SHOWN } from './weights.ts';
import { sharedTermsOf } from './words/shared-terms.ts';

export interface RelatedOptions {
  readonly limit: number;
  readonly unlinkedOnly: boolean;
  /** Only notes that it lets through are ranked. */
  readonly filter?: Filter | undefined;
}

/**
 * Notes related to a note of the corpus, best first, each with what its score is made of and the passages that show
 * it. Notes with nothing in common are left out, so the answer may be shorter than `limit`. Throws NOTE_NOT_FOUND
 * when the note is gone.
 */
export async function related(
  corpus: Corpus,
  noteId: number,
  { limit, unlinkedOnly, filter }: RelatedOptions,
): Promise<RelatedResult> {
  await corpus.settled();
  await prepareContexts(corpus, { asked: true });
  const pairs = await pairsOf(corpus);
  const asked = corpus.source.notes.byId(noteId);
  if (!asked)
    throw new PortolanError('NOTE_NOT_FOUND', { name: String(noteId), ...advising('just-removed') });
  const note = queryNoteOf(corpus, noteId);
  const tests = [keeper(corpus, filter), unlinkedOnly ? unlinkedWith(corpus, note.slot) : undefined];
  const keep = allOf(tests.flatMap((test) => test ?? []));
  const ranking = rank(corpus, note, limit, undefined, keep);
  const passages = note.chunks.map((chunk, i) => ({ chunk, vector: ranking.passages[i]! }));
  const evidence = evidenceOf(corpus, passages, ranking.order);
  return {
    note: toNoteRef(asked),
    results: ranking.order.flatMap((slot) => {
      const other = corpus.source.notes.byId(corpus.notes.idOf(slot));
      if (!other) return [];
      const found = describe(corpus, ranking, { asked, at: note.slot, other, slot });
      const percentile = pairs.percentileOf(found.score);
      return [{ ...found, percentile, evidence: evidence.get(slot) ?? [] }];
    }),
    coverage: corpus.coverage,
  };
}

/** The asked note in the slot `at`, and one that is related to it in the slot `slot`. */
interface Pair {
  readonly asked: NoteRecord;
  readonly at: number;
  readonly other: NoteRecord;
  readonly slot: number;
}

function describe(
  corpus: Corpus,
  ranking: Ranking,
  { asked, at, other, slot }: Pair,
): Omit<RelatedNote, 'evidence' | 'percentile'> {
  const { links } = corpus;
  return {
    note: toNoteRef(other),
    score: ranking.score[slot]!,
    reasons: reasonsOf(ranking, slot),
    sharedTerms: sharedTermsOf(corpus, ranking.query, slot, SHOWN.terms),
    via: throughOf(corpus, ranking, slot).flatMap((by) => refOf(corpus, by) ?? []),
    mentions: mentionsOf(corpus, ranking, asked, { ...other, slot }),
    sharedTags: sharedTagsOf(corpus, at, slot),
    linked: { to: links.linksTo(asked.id, other.id), from: links.linksTo(other.id, asked.id) },
    tier: corpus.tierOf(slot),
  };
}

function refOf(corpus: Corpus, slot: number): NoteRef | undefined {
  const record = corpus.source.notes.byId(corpus.notes.idOf(slot));
  return record && toNoteRef(record);
}

/** Notes that are linked with the asked one in neither direction. */
export function unlinkedWith({ links }: Corpus, asked: number): Keep {
  const linked = new Set(links.neighbours(asked));
  return (slot) => !linked.has(slot);
}

/** Does ahead what the first question after many changes would have to wait for. */
export async function getReady(corpus: Corpus): Promise<void> {
  await corpus.settled();
  await prepareContexts(corpus);
  await pairsOf(corpus);
  if (!corpus.closed) passagePairs(corpus);
}

interface Sampling {
  readonly sample: PairSample;
  /** The draw that is under way: whoever asks meanwhile waits for it. */
  drawing?: Promise<PairSample>;
}

const samples = new WeakMap<Corpus, Sampling>();

/** The sample of the corpus's pairs, drawn when it is first asked for and when many notes have changed since. */
async function pairsOf(corpus: Corpus): Promise<PairSample> {
  const sampling: Sampling = samples.get(corpus) ?? { sample: new PairSample(MOST_SCORE) };
  samples.set(corpus, sampling);
  sampling.drawing ??= drawn(corpus, sampling.sample).finally(() => {
    delete sampling.drawing;
  });
  return sampling.drawing;
}

async function drawn(corpus: Corpus, sample: PairSample): Promise<PairSample> {
  const { notes } = corpus;
  if (!sample.isStale(notes.version, notes.count)) return sample;
  const ids = notes.ids().sort((a, b) => a - b);
  const pairs = { version: notes.version, slots: ids.map((id) => notes.slotOf(id)!) };
  const scoresOf = (slot: number) => {
    const id = notes.idOf(slot);
    return id < 0 ? new Float32Array(notes.slots) : rank(corpus, queryNoteOf(corpus, id), 0).score;
  };
  for (const _ of sample.draw(pairs, scoresOf)) {
    if (corpus.closed) break;
    await breathe();
  }
  return sample;
}
