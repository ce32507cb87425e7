import { queryVector } from '../../../src/engine/search/meaning.ts';
import { spread } from '../../../src/engine/search/query-note.ts';
import { answer } from '../../../src/engine/search/search.ts';
import { SEARCH, type SearchWeights } from '../../../src/engine/search/weights.ts';
import { type EvalModel, type EvalVault, indexNotes, rewritten } from './eval-vault.ts';
import { type Figures, figuresOf, macroAverage } from './metrics.ts';
import { withoutTitle } from './strip-links.ts';

/** Fewest characters of a note that is looked for. */
const CHARACTERS = 80;
const RANKED = 100;

export interface KnownItemResult {
  readonly n: number;
  readonly systems: Readonly<Record<string, Figures & { readonly first: number }>>;
}

const SYSTEMS: Readonly<Record<string, SearchWeights>> = {
  words: { ...SEARCH, meaning: 0 },
  meaning: { ...SEARCH, words: 0 },
  portolan: SEARCH,
};

/**
 * Known-item search: the titles are taken out of the notes and the files' names hidden; a note's title, asked as a
 * question, should find the note. Titles that several notes have are not asked.
 */
export async function knownItemTask(
  vault: EvalVault,
  model: EvalModel,
  sample?: number,
): Promise<KnownItemResult> {
  const entries = [...vault.notes.values()];
  const bare = entries.map(({ source, write }, i) =>
    rewritten(source, withoutTitle(write.note), `${i}.${source.file.kind === 'canvas' ? 'canvas' : 'md'}`),
  );
  const titles = Map.groupBy(entries.keys(), (i) => entries[i]!.write.note.title.toLowerCase());
  const asked = spread(
    [...entries.keys()].filter(
      (i) =>
        titles.get(entries[i]!.write.note.title.toLowerCase())!.length === 1 &&
        bare[i]!.content.text.trim().length > CHARACTERS,
    ),
    sample ?? entries.length,
  );
  const index = await indexNotes(bare, [], model);
  try {
    const figures = new Map(
      Object.keys(SYSTEMS).map((name) => [name, [] as (Figures & { first: number })[]]),
    );
    for (const i of asked) {
      const { title } = entries[i]!.write.note;
      const vector = await queryVector(model.embedder, title);
      for (const [name, weights] of Object.entries(SYSTEMS)) {
        const ranked = answer(index.corpus, title, vector, RANKED, weights)
          .filter((hit) => hit.score > 0)
          .map((hit) => hit.note.path as string);
        const found = figuresOf(ranked, new Set([bare[i]!.file.path as string]));
        figures.get(name)!.push({ ...found, first: found.mrr === 1 ? 1 : 0 });
      }
    }
    const systems = [...figures].map(([name, all]) => [
      name,
      { ...macroAverage(all), first: all.reduce((sum, f) => sum + f.first, 0) / all.length },
    ]);
    return { n: asked.length, systems: Object.fromEntries(systems) };
  } finally {
    index.close();
  }
}
