import type { Corpus } from '../corpus.ts';
import { PairSample } from '../features/pair-sample.ts';

/** Passages that pairs are drawn from. */
const DRAWN = 4096;
/** A cosine goes from -1 to 1; the sample counts from 0. */
const LEAST = -1;
const RANGE = 2;

const samples = new WeakMap<Corpus, PairSample>();

/**
 * Share of a vault's pairs of passages that are less alike than a cosine, in per cent, 0..100: from a sample, drawn when
 * it is first asked for and when many notes have changed since, in about 20 ms.
 */
export function passagePairs(corpus: Corpus): (cosine: number) => number {
  const { notes } = corpus;
  const sample = samples.get(corpus) ?? new PairSample(RANGE);
  samples.set(corpus, sample);
  if (sample.isStale(notes.version, notes.count)) draw(corpus, sample);
  return (cosine) => sample.percentileOf(cosine - LEAST);
}

/** In one go: rows are valid only until the next change. */
function draw(corpus: Corpus, sample: PairSample): void {
  const { notes, passages } = corpus;
  const rows = evenly(corpus);
  const scoresOf = (at: number): Float32Array => {
    const row = rows[at]!;
    const [chunk] = corpus.source.chunks.byIds([passages.chunkOf(row)]);
    const vector = chunk && corpus.vectorsOf([chunk]).get(chunk.id);
    if (!vector) return new Float32Array(rows.length).fill(-LEAST);
    const centred = passages.centring.centre(vector, notes.languageOf(passages.noteOf(row)));
    return passages.cosinesAt(centred, rows).map((cosine) => cosine - LEAST);
  };
  const slots = [...rows.keys()];
  for (const _ of sample.draw({ version: notes.version, slots }, scoresOf));
}

/** Rows of passages evenly spread over the notes. */
function evenly({ notes, passages }: Corpus): Int32Array {
  const all: number[] = [];
  for (let slot = 0; slot < notes.slots; slot++)
    if (notes.idOf(slot) >= 0) for (const row of passages.rowsOf(slot)) all.push(row);
  const stride = Math.max(1, all.length / DRAWN);
  const some = Math.min(all.length, DRAWN);
  return Int32Array.from({ length: some }, (_, i) => all[Math.floor(i * stride)]!);
}
