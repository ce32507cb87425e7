import { quiet } from './base/breathe.ts';
import { once } from './base/once.ts';
import { charting } from './chart-handle.ts';
import type { EngineParts } from './parts.ts';
import { reading } from './reading.ts';
import type { Handlers } from './router.ts';
import { upkeep } from './upkeep.ts';

type Answering = ReturnType<typeof import('./answering.ts').answering>;
type Questioning = ReturnType<typeof import('./questioning.ts').questioning>;

/** The contract's methods over an open vault. */
export const createHandlers = (parts: EngineParts): Handlers => ({
  ...whenLoaded(parts),
  ...reading(parts),
  ...upkeep(parts),
  ...charting(parts.chart),
});

/** Milliseconds for which nobody has opened a note: to load what answers questions would keep the next one waiting. */
const QUIET = 1_500;

/**
 * What compares notes is loaded with the corpus, which takes longer: neither keeps a note from being read. What answers
 * questions comes later, or when the first is asked: to read in all that it takes to understand one holds the thread.
 */
function whenLoaded(parts: EngineParts): Answering & Questioning {
  const answering = once(async () => (await import('./answering.ts')).answering(parts));
  const questioning = once(async () => (await import('./questioning.ts')).questioning(parts));
  const { begun, loaded } = parts.corpus;
  void begun.then(answering).catch(() => {}); // whoever asks hears of it
  void loaded
    .then(() => quiet(QUIET))
    .then(questioning)
    .catch(() => {});
  return {
    related: async (question, signal) => (await answering()).related(question, signal),
    relatedPassages: async (question) => (await answering()).relatedPassages(question),
    neighbourhood: async (question) => (await questioning()).neighbourhood(question),
    search: async (question, signal) => (await questioning()).search(question, signal),
    algebra: async (question, signal) => (await questioning()).algebra(question, signal),
    axis: async (question, signal) => (await questioning()).axis(question, signal),
    axisPlaces: async (question, signal) => (await questioning()).axisPlaces(question, signal),
    duplicates: async (question, signal) => (await questioning()).duplicates(question, signal),
  };
}
