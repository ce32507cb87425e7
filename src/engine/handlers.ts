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
});

/** What compares notes is loaded beside the corpus, which takes longer: neither keeps a vault from being opened. */
function whenLoaded(parts: EngineParts): Answering {
  const loading = import('./answering.ts').then(({ answering }) => answering(parts));
  loading.catch(() => {}); // whoever asks hears of it
  return {
    related: async (question, signal) => (await loading).related(question, signal),
    relatedPassages: async (question) => (await loading).relatedPassages(question),
    search: async (question, signal) => (await loading).search(question, signal),
    algebra: async (question, signal) => (await loading).algebra(question, signal),
    axis: async (question, signal) => (await loading).axis(question, signal),
    duplicates: async (question, signal) => (await loading).duplicates(question, signal),
  };
}
