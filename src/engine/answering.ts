import type { EngineParts } from './parts.ts';
import type { Handlers } from './router.ts';
import { findNote } from './search/lookup.ts';
import { relatedPassages } from './search/passages/related-passages.ts';
import { related } from './search/related.ts';

type Answering = Pick<Handlers, 'related' | 'relatedPassages'>;

/** The methods that find what goes with a note: they wait for the corpus. */
export function answering({ store, corpus, indexer, changes }: EngineParts): Answering {
  return {
    async related({ note, limit, unlinkedOnly, filter }) {
      const view = await corpus.ready();
      await view.settled();
      const { id } = findNote(store.notes, note, changes.version);
      const answer = await related(view, id, { limit, unlinkedOnly, filter });
      const beside = answer.results.flatMap(({ note: { path } }) => store.notes.byPath(path)?.id ?? []);
      indexer?.looksAt(id, beside);
      return answer;
    },
    async relatedPassages({ note, ...options }) {
      const view = await corpus.ready();
      return relatedPassages(view, findNote(store.notes, note, changes.version), options);
    },
  };
}
