import type { AxisPlaces } from '../../../common/axis-places.ts';
import { PortolanError } from '../../../common/errors.ts';
import { parsePole } from '../../../common/expression.ts';
import type { AxisNote, AxisPole, AxisResult } from '../../../contract/axis.ts';
import type { Filter } from '../../../contract/filter.ts';
import type { NoteRecord } from '../../store/types.ts';
import type { Corpus } from '../corpus.ts';
import { dot } from '../evidence.ts';
import { keeper } from '../filter.ts';
import { toNoteRef, toPassage } from '../passage.ts';
import { topIndexes } from '../vectors/top.ts';
import { addTo, type GetEmbedder, type MeantTerm, meaningOf, toTerm, unitOf } from './meaning-of.ts';
import { namedNote } from './names.ts';

export interface AxisQuestion {
  readonly from: string;
  readonly to: string;
  readonly notes?: readonly string[] | undefined;
  readonly filter?: Filter | undefined;
  readonly limit: number;
}

/** Poles nearer than this are the same but for rounding. */
const ALIKE = 0.02;
/** Standard deviations above the vault's mean from which a note has something to do with a pole. */
const RELATED = 1;
/** Of the nearness that the best of so many notes has by chance: from here on a pole is spoken of. */
const BY_CHANCE = 0.9;

interface Pole {
  readonly terms: readonly MeantTerm[];
  readonly vector: Float32Array;
}

/** Nearness of every note to a pole, by slot, in cosines and in standard deviations above the mean. */
interface Nearness {
  readonly cosines: Float32Array;
  readonly strengths: Float32Array;
  readonly strongest: number;
}

/**
 * Notes ordered between two poles. A note's place is its mean vector's part along the line between the poles, as a
 * share of the furthest that any note goes; how much it has to do with the poles at all is told beside it. Rejects
 * with AXIS_POLES_ALIKE and all that `algebra` does.
 */
export async function axis(
  corpus: Corpus,
  embedder: GetEmbedder,
  { from, to, notes, filter, limit }: AxisQuestion,
  signal?: AbortSignal,
): Promise<AxisResult> {
  const { poles, apart, own, all, near, place, furthest, strength } = await measured(
    corpus,
    embedder,
    { from, to },
    signal,
  );
  const listed = notes && slotsOf(corpus, notes);
  const keep = keeper(corpus, filter);
  const asked = all.filter((slot) => (listed?.has(slot) ?? true) && (keep?.(slot) ?? true));
  const strongest = listed
    ? asked
    : topIndexes(Float32Array.from(asked, strength), limit, -1e9).map((i) => asked[i]!);
  const shown = strongest
    .sort((a, b) => place(a) - place(b) || a - b)
    .flatMap((slot): AxisNote[] => {
      const record = corpus.source.notes.byId(corpus.notes.idOf(slot));
      if (!record) return [];
      const [position, strong] = [place(slot) / furthest, strength(slot)];
      const related = strong >= RELATED;
      const passage = related
        ? speakingPassage(corpus, slot, poles, Math.sign(position) || 1, furthest)
        : null;
      return [{ note: toNoteRef(record), position, strength: strong, related, passage }];
    });
  return {
    from: toPole(poles[0], near[0], all.length),
    to: toPole(poles[1], near[1], all.length),
    apart,
    notes: shown,
    considered: asked.length,
    related: asked.filter((slot) => strength(slot) >= RELATED).length,
    leftOut: own.map(toNoteRef),
    coverage: corpus.coverage,
  };
}

/**
 * Where every note lies between two poles, without what speaks for it; a pole that is a note lies at its own end.
 * Rejects as `axis` does.
 */
export async function axisPlaces(
  corpus: Corpus,
  embedder: GetEmbedder,
  ends: Pick<AxisQuestion, 'from' | 'to'>,
  signal?: AbortSignal,
): Promise<AxisPlaces> {
  const { poles, all, place, furthest, strength } = await measured(corpus, embedder, ends, signal);
  const positions = new Map(all.map((slot) => [slot, place(slot) / furthest]));
  const related = new Set(all.filter((slot) => strength(slot) >= RELATED));
  for (const [end, { terms }] of poles.entries())
    for (const { id } of namedIn(terms)) {
      const slot = corpus.notes.slotOf(id);
      if (slot === undefined) continue;
      positions.set(slot, end === 0 ? -1 : 1);
      related.add(slot);
    }
  const paths = new Map(corpus.source.notes.versions().map((note) => [note.id, note.path]));
  const slots = [...positions.keys()].filter((slot) => paths.has(corpus.notes.idOf(slot)));
  return {
    paths: slots.map((slot) => paths.get(corpus.notes.idOf(slot))!),
    positions: Float32Array.from(slots, (slot) => positions.get(slot)!),
    related: Uint8Array.from(slots, (slot) => (related.has(slot) ? 1 : 0)),
  };
}

/** The poles, and how every note that has vectors and is no pole itself lies to them. */
async function measured(
  corpus: Corpus,
  embedder: GetEmbedder,
  { from, to }: Pick<AxisQuestion, 'from' | 'to'>,
  signal?: AbortSignal,
) {
  await corpus.settled();
  const poles = await polesOf(corpus, embedder, from, to, signal);
  const apart = 1 - dot(poles[0].vector, poles[1].vector);
  if (apart < ALIKE) throw new PortolanError('AXIS_POLES_ALIKE');
  const own = namedIn([...poles[0].terms, ...poles[1].terms]);
  const out = new Set(own.map(({ id }) => corpus.notes.slotOf(id)));
  const all = slotsWithVectors(corpus).filter((slot) => !out.has(slot));
  const near = [nearness(corpus, poles[0], all), nearness(corpus, poles[1], all)] as const;
  const place = (slot: number) => near[1].cosines[slot]! - near[0].cosines[slot]!;
  const furthest = all.reduce((most, slot) => Math.max(most, Math.abs(place(slot))), 1e-6);
  const strength = (slot: number) => Math.max(near[0].strengths[slot]!, near[1].strengths[slot]!);
  return { poles, apart, own, all, near, place, furthest, strength };
}

async function polesOf(
  corpus: Corpus,
  embedder: GetEmbedder,
  from: string,
  to: string,
  signal?: AbortSignal,
): Promise<readonly [Pole, Pole]> {
  const pole = async (text: string): Promise<Pole> => {
    const terms = await meaningOf(corpus, embedder, parsePole(text), text, signal);
    const sum = new Float32Array(corpus.passages.dimensions);
    for (const { vector, weight } of terms) addTo(sum, vector, weight);
    return { terms, vector: unitOf(sum) };
  };
  return [await pole(from), await pole(to)];
}

function namedIn(terms: readonly MeantTerm[]): NoteRecord[] {
  const named = terms.flatMap(({ kind, note }) => (kind === 'note' && note ? [note] : []));
  return [...new Map(named.map((note) => [note.id, note])).values()];
}

function slotsWithVectors({ notes, passages }: Corpus): number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < notes.slots; slot++)
    if (notes.idOf(slot) >= 0 && passages.contextual.sizeOf(slot) > 0) slots.push(slot);
  return slots;
}

function slotsOf(corpus: Corpus, names: readonly string[]): Set<number> {
  return new Set(names.map((name) => corpus.notes.slotOf(namedNote(corpus, name, 0).id) ?? -1));
}

function nearness(corpus: Corpus, pole: Pole, slots: readonly number[]): Nearness {
  const cosines = corpus.passages.contextual.noteCosines(pole.vector);
  let sum = 0;
  let squares = 0;
  for (const slot of slots) {
    sum += cosines[slot]!;
    squares += cosines[slot]! ** 2;
  }
  const mean = sum / Math.max(1, slots.length);
  const deviation = Math.sqrt(Math.max(1e-9, squares / Math.max(1, slots.length) - mean * mean));
  const strengths = cosines.map((cosine) => (cosine - mean) / deviation);
  const strongest = slots.reduce((most, slot) => Math.max(most, strengths[slot]!), 0);
  return { cosines, strengths, strongest };
}

function toPole({ terms }: Pole, { strongest }: Nearness, count: number): AxisPole {
  // The best of n draws from a bell curve lies about so many standard deviations above its mean.
  const byChance = Math.sqrt(2 * Math.log(Math.max(2, count)));
  const named = terms.some(({ kind }) => kind === 'note');
  return { terms: terms.map(toTerm), strongest, spokenOf: named || strongest >= BY_CHANCE * byChance };
}

/** The passage of a note that lies furthest towards one side. */
function speakingPassage(
  corpus: Corpus,
  slot: number,
  poles: readonly [Pole, Pole],
  side: number,
  furthest: number,
): AxisNote['passage'] {
  const { source } = corpus;
  const passages = corpus.passages.contextual;
  const rows = Int32Array.from(passages.rowsOf(slot));
  const [from, to] = poles.map(({ vector }) => passages.cosinesAt(vector, rows)) as [
    Float32Array,
    Float32Array,
  ];
  const places = to.map((cosine, i) => side * (cosine - from[i]!));
  const [best] = topIndexes(places, 1, -3);
  if (best === undefined) return null;
  const [chunk] = source.chunks.byIds([passages.chunkOf(rows[best]!)]);
  return chunk ? { ...toPassage(chunk), score: (side * places[best]!) / furthest } : null;
}
