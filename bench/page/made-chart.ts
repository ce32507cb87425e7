import type { ChartRegion } from '../../src/contract/chart.ts';
import type { NoteEntry } from '../../src/contract/notes.ts';
import { type ChartModel, chartModel } from '../../src/renderer/chart/model.ts';

const REGIONS = 24;
/** Notes for each part of a region, about. */
const PART = 120;
const WORDS = 'mar luna costa viento puerto carta faro isla norte ancla vela marea'.split(' ');

/** A chart of clouds of different sizes, as topics are, with names and links; the same one at every time. */
export function madeChart(count: number): ChartModel {
  const random = seeded(11);
  const bell = () => random() + random() + random() + random() - 2;
  const width = Math.sqrt(count) * 1.2;
  const parts = Math.max(REGIONS, Math.round(count / PART));
  const spot = (n: number, spread: number, x: number, y: number) =>
    Array.from({ length: n }, () => [x + spread * bell(), y + spread * bell()] as const);
  const regionsAt = spot(REGIONS, width / 2.2, 0, 0);
  const partsAt = Array.from(
    { length: parts },
    (_, i) => spot(1, width / 14, ...regionsAt[i % REGIONS]!)[0]!,
  );
  const positions = new Float32Array(2 * count);
  const [regions, partOf] = [new Int32Array(count), new Int32Array(count)];
  const links = new Uint32Array(4 * count);
  for (let i = 0; i < count; i++) {
    const part = Math.floor(parts * random() ** 1.5);
    const [x, y] = partsAt[part]!;
    positions.set([x + (width / 50) * bell(), y + (width / 50) * bell()], 2 * i);
    partOf[i] = REGIONS + part;
    regions[i] = part % REGIONS;
    for (let e = 0; e < 2; e++) links.set([i, Math.floor(count * random() ** 3)], 4 * i + 2 * e);
  }
  const paths = Array.from({ length: count }, (_, i) => `${WORDS[i % WORDS.length]}/${i}.md`);
  const named = (id: number, parent: number | null): ChartRegion => ({
    id,
    parent,
    words: [0, 1, 2].map((n) => WORDS[(id * 5 + n * 3) % WORDS.length]!),
    name: null,
    colour: null,
    hidden: false,
    notes: Math.round(count / (parent === null ? REGIONS : parts)),
  });
  const notes = new Map(paths.map((path, i) => [path, entry(path, i)]));
  return chartModel(
    { paths, positions, regions, parts: partOf, links },
    [
      ...Array.from({ length: REGIONS }, (_, id) => named(id, null)),
      ...Array.from({ length: parts }, (_, p) => named(REGIONS + p, p % REGIONS)),
    ],
    notes,
  );
}

const entry = (path: string, i: number): NoteEntry => ({
  path: path as NoteEntry['path'],
  title: `${WORDS[i % WORDS.length]} ${WORDS[(7 * i) % WORDS.length]} ${i}`,
  language: 'es',
  kind: 'markdown',
  aliases: [],
  tags: [],
  size: 1,
  modified: i,
  created: i,
  date: null,
});

/** Numbers in 0..1 that look like chance (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
