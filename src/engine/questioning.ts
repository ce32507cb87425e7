import { encodeAxis } from '../common/axis-places.ts';
import { neighbourhood } from './atlas/neighbourhood.ts';
import type { EngineParts } from './parts.ts';
import type { Handlers } from './router.ts';
import { algebra } from './search/algebra/algebra.ts';
import { axis, axisPlaces } from './search/algebra/axis.ts';
import type { Corpus } from './search/corpus.ts';
import { duplicates } from './search/duplicates/duplicates.ts';
import { NearDuplicates } from './search/duplicates/near-duplicates.ts';
import { findNote } from './search/lookup.ts';
import type { QueryEmbedder } from './search/meaning.ts';
import { search } from './search/search.ts';
import type { NoteRecord } from './store/types.ts';
import { readNote } from './vault/read-note.ts';

type Questioning = Pick<
  Handlers,
  'neighbourhood' | 'search' | 'algebra' | 'axis' | 'axisPlaces' | 'duplicates'
>;

/** The methods that answer what a person asks of all notes: they wait for the corpus. */
export function questioning(parts: EngineParts): Questioning {
  const { store, corpus, embedder, languages, changes } = parts;
  const near = new NearDuplicates(store);
  languages.start();
  /** While nothing has been read by the model, questions need not wait for it to start. */
  const questioner = async (view: Corpus): Promise<QueryEmbedder | null> => {
    if (embedder.ready || view.coverage > 0) return embedder.get().catch(() => null);
    const tools = await parts.tools().catch(() => null);
    return (
      tools && { ...tools, queryMean: new Float32Array(), embed: async (texts) => texts.map(() => null) }
    );
  };
  return {
    async neighbourhood({ note, limit }) {
      const view = await corpus.ready();
      await view.settled();
      return neighbourhood(view, store.chart, findNote(store.notes, note, changes.version).id, limit);
    },
    async search({ query, ...options }, signal) {
      const view = await corpus.ready();
      const model = options.meaning ? await questioner(view) : null;
      const { current: means } = parts.questionMeans;
      const learnt = parts.model.manifest.languages;
      const detect = model ? languages.tell : languages.tellAtOnce;
      return search(view, model, query, { ...options, means, learnt, detect, signal });
    },
    async algebra({ expression, limit, filter }, signal) {
      return algebra(await corpus.ready(), () => embedder.get(), expression, { limit, filter, signal });
    },
    async axis(question, signal) {
      return axis(await corpus.ready(), () => embedder.get(), question, signal);
    },
    async axisPlaces(ends, signal) {
      const places = await axisPlaces(await corpus.ready(), () => embedder.get(), ends, signal);
      return new Blob([encodeAxis(places)]);
    },
    async duplicates({ note, ...question }, signal) {
      const view = await corpus.ready();
      await view.settled();
      const noteId = note === undefined ? undefined : findNote(store.notes, note, changes.version).id;
      return duplicates(view, near, textIn(parts.root), { ...question, noteId }, signal);
    },
  };
}

/** A note's text as it is on disk; null when it cannot be read any more. */
const textIn =
  (root: string) =>
  async (note: NoteRecord): Promise<string | null> => {
    const content = await readNote(root, note).catch(() => null);
    return content?.text ?? null;
  };
