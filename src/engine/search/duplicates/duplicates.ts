import { throwIfCancelled } from '../../../common/cancel.ts';
import type { DuplicateKind, DuplicatePair, DuplicatesResult } from '../../../contract/duplicates.ts';
import { breathe } from '../../base/breathe.ts';
import type { NoteRecord } from '../../store/types.ts';
import { noteVector } from '../algebra/meaning-of.ts';
import type { Corpus } from '../corpus.ts';
import { dot } from '../evidence.ts';
import { toNoteRef } from '../passage.ts';
import { differencesOf } from './differences.ts';
import { spanning } from './groups.ts';
import type { FoundPair, NearDuplicates } from './near-duplicates.ts';
import { translations } from './translations.ts';

export interface DuplicatesQuestion {
  /** Only this note's pairs. */
  readonly noteId?: number | undefined;
  readonly kinds?: readonly DuplicateKind[] | undefined;
  readonly limit: number;
  readonly offset: number;
  readonly differences: boolean;
}

/** A note's text as it is on disk now; null when it cannot be read. */
export type ReadText = (note: NoteRecord) => Promise<string | null>;

interface Found {
  readonly kind: DuplicateKind;
  readonly a: number;
  readonly b: number;
  readonly similarity: number;
  readonly ofA: number;
  readonly ofB: number;
  readonly group: number;
}

/** Below this likeness, and unless their vectors are so near, two notes share phrases rather than what they say. */
const SURE = 0.5;
const NEAR = 0.8;

const ORDER: Readonly<Record<DuplicateKind, number>> = { duplicate: 0, contained: 1, translation: 2 };

/** Pairs of notes that say the same: one page of them, with what differs. Rejects with CANCELLED. */
export async function duplicates(
  corpus: Corpus,
  near: NearDuplicates,
  read: ReadText,
  question: DuplicatesQuestion,
  signal?: AbortSignal,
): Promise<DuplicatesResult> {
  await corpus.settled();
  const { noteId, kinds, limit, offset } = question;
  const found = await find(corpus, near, noteId, kinds ?? ['duplicate', 'contained', 'translation'], signal);
  const page = found.slice(offset, offset + limit);
  const pairs: DuplicatePair[] = [];
  for (const pair of page) {
    const [a, b] = [corpus.source.notes.byId(pair.a), corpus.source.notes.byId(pair.b)];
    throwIfCancelled(signal);
    await breathe();
    if (a && b) pairs.push(await toPair(corpus, pair, a, b, question.differences ? read : null));
  }
  const note = noteId === undefined ? undefined : corpus.source.notes.byId(noteId);
  const count = (kind: DuplicateKind) => found.filter((pair) => pair.kind === kind).length;
  return {
    note: note ? toNoteRef(note) : null,
    pairs,
    total: {
      duplicate: count('duplicate'),
      contained: count('contained'),
      translation: count('translation'),
    },
    coverage: corpus.coverage,
  };
}

async function find(
  corpus: Corpus,
  near: NearDuplicates,
  noteId: number | undefined,
  kinds: readonly DuplicateKind[],
  signal?: AbortSignal,
): Promise<Found[]> {
  if (kinds.every((kind) => kind === 'translation')) await near.refresh(signal);
  const same = kinds.every((kind) => kind === 'translation')
    ? []
    : noteId === undefined
      ? await near.all(signal)
      : await near.of(noteId, signal);
  const copies = same.filter((pair) => pair.kind === 'duplicate' && saysTheSame(corpus, pair));
  const grouped =
    noteId === undefined ? spanning(copies) : copies.map((pair) => ({ ...pair, group: copies.length + 1 }));
  const contained = same.flatMap((pair) => (pair.kind === 'contained' ? [{ ...pair, group: 2 }] : []));
  const found: Found[] = [...grouped, ...contained].filter(({ kind }) => kinds.includes(kind));
  if (kinds.includes('translation'))
    for (const pair of await translations(corpus, near, noteId, signal))
      found.push({ ...pair, kind: 'translation', ofA: 0, ofB: 0, group: 2 });
  return found.sort(
    (x, y) => ORDER[x.kind] - ORDER[y.kind] || y.similarity - x.similarity || x.a - y.a || x.b - y.b,
  );
}

function saysTheSame(corpus: Corpus, { a, b, similarity }: FoundPair): boolean {
  if (similarity >= SURE) return true;
  const { notes } = corpus.source;
  const cosine = cosineOf(corpus, notes.byId(a), notes.byId(b));
  return cosine === null || cosine >= NEAR;
}

/** Cosine of two notes' vectors; null while one has none. */
function cosineOf(corpus: Corpus, a: NoteRecord | undefined, b: NoteRecord | undefined): number | null {
  const [x, y] = [a && noteVector(corpus, a, null), b && noteVector(corpus, b, null)];
  return x && y ? dot(x, y) : null;
}

async function toPair(
  corpus: Corpus,
  { kind, similarity, ofA, ofB, group }: Found,
  a: NoteRecord,
  b: NoteRecord,
  read: ReadText | null,
): Promise<DuplicatePair> {
  const texts = read && kind !== 'translation' ? [await read(a), await read(b)] : [];
  const differing = texts[0] != null && texts[1] != null ? differencesOf(texts[0], texts[1]) : null;
  return {
    kind,
    a: toNoteRef(a),
    b: toNoteRef(b),
    similarity,
    ofA,
    ofB,
    cosine: cosineOf(corpus, a, b),
    group,
    differences: differing?.differences ?? null,
    moreDifferences: differing?.more ?? false,
  };
}
