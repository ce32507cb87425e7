import type { Span } from '../../../common/span.ts';
import type { Filter } from '../../../contract/filter.ts';
import type { RelatedPassage, RelatedPassagesResult } from '../../../contract/passages.ts';
import type { ChunkRecord, NoteRecord } from '../../store/types.ts';
import type { Corpus } from '../corpus.ts';
import { tellingShares } from '../evidence.ts';
import { allOf, type Keep, keeper } from '../filter.ts';
import { nearestKept } from '../meaning.ts';
import { toNoteRef, toPassage } from '../passage.ts';
import { unlinkedWith } from '../related.ts';
import { passagePairs } from './passage-pairs.ts';
import { sharedWords, tellingWords } from './shared-words.ts';

export interface RelatedPassagesOptions {
  readonly at: Span;
  readonly limit: number;
  readonly unlinkedOnly: boolean;
  readonly filter?: Filter | undefined;
}

/** Passages of one note that are shown. */
const OF_ONE_NOTE = 3;
/** Passages whose cosines are worked out exactly, for every one that is shown; at least so many. */
const EXACT_PER_SHOWN = 2;
const LEAST_EXACT = 40;
/** Characters between what is read and a passage above which it is not the passage that is read. */
const NEAR_BY = 500;
/** Words of a passage that has no vector, by which it is compared. */
const ASKED_WORDS = 12;

/** What in other notes is related to the passage of a note that covers most of a span, the most alike first. */
export async function relatedPassages(
  corpus: Corpus,
  note: NoteRecord,
  { at, limit, unlinkedOnly, filter }: RelatedPassagesOptions,
): Promise<RelatedPassagesResult> {
  await corpus.settled();
  const here = passageAt(corpus, note, at);
  const slot = corpus.notes.slotOf(note.id) ?? -1;
  const tests = [keeper(corpus, filter), unlinkedOnly ? unlinkedWith(corpus, slot) : undefined];
  const keep = allOf([(other: number) => other !== slot, ...tests.flatMap((test) => test ?? [])])!;
  const vector = here && corpus.vectorsOf([here]).get(here.id);
  const found = !here
    ? []
    : vector
      ? byVector(corpus, { note, here, vector }, keep, limit)
      : byWords(corpus, { note, here }, keep, limit);
  return {
    note: toNoteRef(note),
    here: here ? toPassage(here) : null,
    results: here ? shown(corpus, { note, here }, found, limit) : [],
    coverage: corpus.coverage,
  };
}

function passageAt({ source }: Corpus, { id }: NoteRecord, at: Span): ChunkRecord | null {
  const passage = source.chunks.at(id, at);
  if (!passage) return null;
  const gap = Math.max(passage.start - at.end, at.start - passage.end);
  return gap <= NEAR_BY ? passage : null;
}

interface Asked {
  readonly note: NoteRecord;
  readonly here: ChunkRecord;
}

interface Candidate {
  readonly there: ChunkRecord;
  readonly similarity: number;
  readonly tier: RelatedPassage['tier'];
  /** What it is ordered by. */
  readonly worth: number;
}

function byVector(
  corpus: Corpus,
  { note, here, vector }: Asked & { readonly vector: Float32Array },
  keep: Keep,
  limit: number,
): Candidate[] {
  const { passages, notes, source } = corpus;
  const asked = passages.centring.centre(vector, note.language);
  const near = nearestKept(corpus, asked, keep);
  const most = Math.max(LEAST_EXACT, limit * EXACT_PER_SHOWN);
  const tiers = new Map<number, RelatedPassage['tier']>();
  const perNote = new Map<number, number>();
  for (const row of near.rows) {
    if (tiers.size >= most) break;
    const slot = passages.noteOf(row);
    const before = perNote.get(slot) ?? 0;
    if (before > OF_ONE_NOTE) continue;
    perNote.set(slot, before + 1);
    tiers.set(passages.chunkOf(row), row >= 0 ? 'contextual' : 'static');
  }
  const chunks = source.chunks.byIds([...tiers.keys()]);
  const vectors = corpus.vectorsOf(chunks);
  const telling = tellingShares(corpus, [here, ...chunks]);
  return chunks.flatMap((there): Candidate[] => {
    const vector = vectors.get(there.id);
    const slot = notes.slotOf(there.noteId);
    if (!vector || slot === undefined) return [];
    const centred = passages.centring.centre(vector, notes.languageOf(slot));
    const similarity = passages.similarity(asked, centred);
    if (similarity <= 0) return [];
    return [{ there, similarity, tier: tiers.get(there.id)!, worth: similarity * telling(there) }];
  });
}

/** Where nothing has read the passage yet: what says its rarest words. */
function byWords(corpus: Corpus, { note, here }: Asked, keep: Keep, limit: number): Candidate[] {
  const { source, notes } = corpus;
  const words = tellingWords(corpus, here.text, note.language).slice(0, ASKED_WORDS);
  const kept = (id: number) => {
    const slot = notes.slotOf(id);
    return slot !== undefined && keep(slot);
  };
  const found = source.lexical.match(words, limit * EXACT_PER_SHOWN, { keep: kept });
  const scores = new Map(found.map(({ chunkId, score }) => [chunkId, score]));
  return source.chunks
    .byIds([...scores.keys()])
    .map((there) => ({ there, similarity: 0, tier: 'words', worth: scores.get(there.id)! }));
}

function shown(
  corpus: Corpus,
  { note, here }: Asked,
  found: readonly Candidate[],
  limit: number,
): RelatedPassage[] {
  const { source, links } = corpus;
  const percentileOf = passagePairs(corpus);
  const marksOf = sharedWords(corpus, here.text, note.language);
  const perNote = new Map<number, Set<string>>();
  const best = found.toSorted((a, b) => b.worth - a.worth || a.there.id - b.there.id);
  const results: RelatedPassage[] = [];
  for (const { there, similarity, tier } of best) {
    if (results.length >= limit) break;
    const texts = perNote.get(there.noteId) ?? new Set();
    if (texts.size >= OF_ONE_NOTE || texts.has(there.hash)) continue;
    const record = source.notes.byId(there.noteId);
    if (!record) continue;
    perNote.set(there.noteId, texts.add(there.hash));
    results.push({
      note: toNoteRef(record),
      passage: toPassage(there),
      similarity,
      percentile: tier === 'words' ? 0 : percentileOf(similarity),
      marks: marksOf(there.text, record.language),
      linked: { to: links.linksTo(note.id, record.id), from: links.linksTo(record.id, note.id) },
      tier,
    });
  }
  return results;
}
