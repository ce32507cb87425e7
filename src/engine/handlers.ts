import { charting } from './chart-handle.ts';
import type { EngineParts } from './parts.ts';
import { reading } from './reading.ts';
import type { Handlers } from './router.ts';
import { upkeep } from './upkeep.ts';

type Answering = ReturnType<typeof import('./answering.ts').answering>;

/** The contract's methods over an open vault. */
export const createHandlers = (parts: EngineParts): Handlers => ({
  ...whenLoaded(parts),
  ...reading(parts),
  ...upkeep(parts),
  ...charting(parts.chart),
});

/** What compares notes is loaded with the corpus, which takes longer: neither keeps a note from being read. */
function whenLoaded(parts: EngineParts): Answering {
  let loading: Promise<Answering> | null = null;
  const load = () => {
    loading ??= import('./answering.ts').then(({ answering }) => answering(parts));
    return loading;
  };
  void parts.corpus.begun.then(load).catch(() => {}); // whoever asks hears of it
  return {
    related: async (question, signal) => (await load()).related(question, signal),
    relatedPassages: async (question) => (await load()).relatedPassages(question),
    neighbourhood: async (question) => (await load()).neighbourhood(question),
    search: async (question, signal) => (await load()).search(question, signal),
    algebra: async (question, signal) => (await load()).algebra(question, signal),
    axis: async (question, signal) => (await load()).axis(question, signal),
    axisPlaces: async (question, signal) => (await load()).axisPlaces(question, signal),
    duplicates: async (question, signal) => (await load()).duplicates(question, signal),
  };
}
