import type { Corpus } from '../../../src/engine/search/corpus.ts';
import { type QueryNote, spread } from '../../../src/engine/search/query-note.ts';
import { blend, type Features, featuresOf } from '../../../src/engine/search/rank.ts';
import { topIndexes } from '../../../src/engine/search/vectors/top.ts';
import { ASKED_PASSAGES, RELATED } from '../../../src/engine/search/weights.ts';
import { type EvalModel, type EvalVault, withoutLinksInText } from './eval-vault.ts';
import { type Figures, figuresOf, macroAverage } from './metrics.ts';

/** Fewest links and characters of a note that is asked for. */
const LINKS = 2;
const CHARACTERS = 80;
/** Notes ranked: a first relevant one beyond these counts as not found. */
const RANKED = 100;

export interface LinksCase {
  readonly noteId: number;
  readonly query: QueryNote;
  /** Slots linked with it, either way. */
  readonly relevant: ReadonlySet<number>;
}

export interface LinksResult {
  /** Notes asked for. */
  readonly n: number;
  readonly systems: Readonly<Record<string, Figures>>;
}

/** Every system's order of the other notes, best first. */
export const SYSTEMS: Readonly<Record<string, (corpus: Corpus, query: QueryNote, f: Features) => number[]>> =
  {
    'tf-idf': (_corpus, _query, f) => topIndexes(f.words, RANKED),
    'cosine, mean': (_corpus, _query, f) => topIndexes(f.noteCosine, RANKED),
    'cosine, best pair': (_corpus, _query, f) => topIndexes(f.passageCosine, RANKED),
    'portolan, no links': (corpus, query, f) => [
      ...blend(corpus, query, f, RANKED, { ...RELATED, links: 0 }, () => true).order,
    ],
    portolan: (corpus, query, f) => [...blend(corpus, query, f, RANKED, RELATED, () => true).order],
  };

/**
 * Held-out links: a note is asked for with its links taken out of its text and out of the graph, and those it is
 * linked with should come back.
 */
export async function linksTask(vault: EvalVault, model: EvalModel, sample?: number): Promise<LinksResult> {
  const cases = await linksCases(vault, model, sample);
  const found = cases.map((c) => ({ ...c, features: featuresOf(vault.corpus, c.query) }));
  const systems = Object.entries(SYSTEMS).map(([name, order]) => {
    const all = found.map((c) => figuresOf(order(vault.corpus, c.query, c.features), c.relevant));
    return [name, macroAverage(all)] as const;
  });
  return { n: cases.length, systems: Object.fromEntries(systems) };
}

/** The notes that are asked for: those with links and text enough; of a sample, evenly spread by id. */
export async function linksCases(vault: EvalVault, model: EvalModel, sample?: number): Promise<LinksCase[]> {
  const { corpus, notes } = vault;
  const linked = [...notes].flatMap(([noteId, { source, write }]) => {
    const slot = corpus.notes.slotOf(noteId)!;
    const relevant = new Set(corpus.links.neighbours(slot));
    if (relevant.size < LINKS) return [];
    const bare = withoutLinksInText(source, write, model.embedder);
    const characters = bare.chunks.reduce((sum, chunk) => sum + chunk.text.trim().length, 0);
    return characters > CHARACTERS ? [{ noteId, slot, relevant, bare }] : [];
  });
  const asked = spread(linked, sample ?? linked.length);
  const texts = new Map(
    asked.flatMap(({ bare }) => bare.chunks.map((chunk) => [chunk.hash, chunk.input] as const)),
  );
  await model.cache.fill(
    texts,
    async () => model.embedder,
    (done, total) => model.progress('embedding without links', done, total),
  );
  return asked.map(({ noteId, slot, relevant, bare }) => ({
    noteId,
    relevant,
    query: {
      slot,
      terms: bare.terms,
      language: bare.note.language,
      vectors: spread(
        bare.chunks.flatMap((chunk) => model.cache.get(chunk.hash) ?? []),
        ASKED_PASSAGES,
      ),
    },
  }));
}
