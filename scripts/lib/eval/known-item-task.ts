import type { Note } from '../../../src/engine/parse/note.ts';
import { parse } from '../../../src/engine/parse/parse.ts';
import { queryVector } from '../../../src/engine/search/meaning.ts';
import { spread } from '../../../src/engine/search/query-note.ts';
import { answer } from '../../../src/engine/search/search.ts';
import { SEARCH, type SearchWeights } from '../../../src/engine/search/weights.ts';
import { type EvalModel, type EvalVault, indexNotes, rewritten } from './eval-vault.ts';
import { type Figures, figuresOf, macroAverage } from './metrics.ts';
import { withoutLinks, withoutTitle } from './strip-links.ts';

/** Fewest characters of a note that is looked for. */
const CHARACTERS = 80;
const RANKED = 100;

export interface KnownItemResult {
  readonly n: number;
  readonly systems: Readonly<Record<string, Figures & { readonly first: number }>>;
}

const SYSTEMS: Readonly<Record<string, SearchWeights>> = {
  words: { ...SEARCH, meaning: 0 },
  meaning: { ...SEARCH, words: 0, held: 0 },
  portolan: SEARCH,
};

/** Without title, and without links: in other notes they are that note's title. */
function anonymous(note: Note): string {
  const text = withoutTitle(note);
  return withoutLinks(parse(/\.canvas$/i.test(note.path) ? 'canvas' : 'markdown', note.path, text));
}

/**
 * Known-item search: titles and links are taken out of the notes and the files' names hidden; a note's title, asked
 * as a question, should find the note. Titles that several notes have are not asked.
 */
export async function knownItemTask(
  vault: EvalVault,
  model: EvalModel,
  sample?: number,
): Promise<KnownItemResult> {
  const { index, asked } = await knownItems(vault, model, sample);
  try {
    const figures = new Map(
      Object.keys(SYSTEMS).map((name) => [name, [] as (Figures & { first: number })[]]),
    );
    for (const { title, path } of asked) {
      const vector = await queryVector(model.embedder, title);
      for (const [name, weights] of Object.entries(SYSTEMS)) {
        const ranked = answer(index.corpus, title, vector, RANKED, weights)
          .filter((hit) => hit.score > 0)
          .map((hit) => hit.note.path as string);
        const found = figuresOf(ranked, new Set([path]));
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

/** The vault with nothing in it that says a note's title, and the titles to ask with the paths they should find. */
export async function knownItems(vault: EvalVault, model: EvalModel, sample?: number) {
  const entries = [...vault.notes.values()].map(({ source, write }, i) => {
    const path = `${i}.${source.file.kind === 'canvas' ? 'canvas' : 'md'}`;
    return { title: write.note.title, path, bare: rewritten(source, anonymous(write.note), path) };
  });
  const titles = Map.groupBy(entries, ({ title }) => title.toLowerCase());
  const asked = entries.filter(
    ({ title, bare }) =>
      titles.get(title.toLowerCase())!.length === 1 && bare.content.text.trim().length > CHARACTERS,
  );
  const bare = entries.map((entry) => entry.bare);
  return { index: await indexNotes(bare, [], model), asked: spread(asked, sample ?? asked.length) };
}
