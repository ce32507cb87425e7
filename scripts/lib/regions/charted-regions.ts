import { neighboursOf } from '../../../src/engine/atlas/neighbours.ts';
import { namesIn } from '../../../src/engine/atlas/regions/names.ts';
import { readBackBy } from '../../../src/engine/atlas/regions/naming/read-back.ts';
import { regionsOf } from '../../../src/engine/atlas/regions/regions.ts';
import { createTextTools, openTextTools } from '../../../src/engine/embed/text-tools.ts';
import { findModel } from '../../../src/engine/models/catalogue.ts';
import { loadCorpus } from '../../../src/engine/search/corpus.ts';
import { openStore } from '../../../src/engine/store/open.ts';

/** Titles told of a region. */
const TITLES = 4;

/** The regions that the chart of an index has, largest first, each followed by its parts, as an interface calls them. */
export async function chartedRegions(file: string, language?: string) {
  const model = findModel({});
  const { id, dimensions } = model.manifest;
  const store = openStore({ file, readOnly: true, model: { id, dimensions, fingerprint: `${id} 1` } });
  const corpus = await loadCorpus(store, dimensions);
  const graph = await neighboursOf(corpus);
  const { region, part, rows } = await regionsOf(corpus, graph, [], 1, 1343);
  const { slots, lists } = graph;
  const nearness = (i: number) =>
    lists.similarities.subarray(i * lists.k, (i + 1) * lists.k).reduce((sum, s) => sum + s, 0);
  const titleOf = (i: number) => store.notes.byId(corpus.notes.idOf(slots[i]!))!.title;
  const notes = rows.map(({ id, parent }) => {
    const level = parent === null ? region : part;
    return { id, parent, slots: Array.from(slots).filter((_, i) => level[i] === id) };
  });
  const names = language
    ? await namesIn(corpus, rows, notes, language, async () =>
        readBackBy(createTextTools(openTextTools(model))),
      )
    : new Map();
  const told = rows.map(({ id, parent, words: own }) => {
    const words = names.get(id) ?? own;
    const level = parent === null ? region : part;
    const members = Array.from(slots.keys()).filter((i) => level[i] === id);
    const central = members.toSorted((a, b) => nearness(b) - nearness(a)).slice(0, TITLES);
    return { id, name: words.join(' · '), parent, size: members.length, central: central.map(titleOf) };
  });
  const shares = store.notes.languages().map(({ language, notes }) => `${language} ${notes}`);
  const found = {
    vault: store.meta.get('vault')?.split('/').at(-1) ?? file,
    notes: corpus.notes.count,
    coverage: corpus.coverage,
    languages: shares,
    regions: told
      .filter(({ parent }) => parent === null)
      .flatMap((whole) => [whole, ...told.filter(({ parent }) => parent === whole.id)]),
  };
  store.close();
  return found;
}
