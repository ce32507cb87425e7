import type { ChartState } from '../../../contract/chart.ts';
import type { Corpus } from '../../search/corpus.ts';
import type { Meta, PlaceRow, RegionRow } from '../../store/types.ts';
import { namesIn, type ReadBack, type RegionNotes } from './names.ts';

/** Raised when names are chosen by other rules: kept ones are made anew, in their places. */
export const NAMING = 2;

/** Languages remembered for a vault: whoever changes the interface's a last time still finds the others. */
const MOST = 4;

type Told = Pick<RegionRow, 'id' | 'parent' | 'words'>;
interface Kept {
  /** The regions that these are names of. */
  readonly of: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/**
 * Names of regions in the languages of interfaces, beside those in the languages of their notes. They are kept in the
 * index, so that a chart has them at once, and made when a language is first asked for.
 */
export class Tongues {
  readonly #store: { readonly meta: Meta; readonly readOnly: boolean };
  readonly #readBack: () => Promise<ReadBack | null>;
  readonly #known = new Map<string, Kept | null>();

  constructor(
    store: { readonly meta: Meta; readonly readOnly: boolean },
    readBack: () => Promise<ReadBack | null>,
  ) {
    this.#store = store;
    this.#readBack = readBack;
  }

  /** Somebody looks at the chart in this language. */
  want(language: string): void {
    if (this.#known.has(language)) return;
    const kept = this.#store.meta.get(keyOf(language));
    this.#known.set(language, kept === undefined ? null : (JSON.parse(kept) as Kept));
    for (const old of [...this.#known.keys()].slice(0, -MOST)) this.#known.delete(old);
  }

  /** States of the chart, their regions called as they are in a language. */
  async *told(states: AsyncGenerator<ChartState>, language: string): AsyncGenerator<ChartState, void> {
    for await (const state of states) {
      const kept = this.#known.get(language);
      yield kept && kept.of === signature(state.regions)
        ? {
            ...state,
            regions: state.regions.map((r) => ({ ...r, words: [...(kept.names[r.id] ?? r.words)] })),
          }
        : state;
    }
  }

  /** Makes the names that are wanted and not there, or of other regions; true when there are new ones. */
  async bring(
    corpus: Corpus,
    regions: readonly RegionRow[],
    places: readonly PlaceRow[],
    signal: AbortSignal,
  ): Promise<boolean> {
    const of = signature(regions);
    const stale = [...this.#known].filter(([, kept]) => kept?.of !== of).map(([language]) => language);
    for (const language of stale) {
      const names = await namesIn(
        corpus,
        regions,
        notesOf(corpus, regions, places),
        language,
        this.#readBack,
        signal,
      );
      const kept: Kept = { of, names: Object.fromEntries(names) };
      this.#known.set(language, kept);
      if (!this.#store.readOnly) this.#store.meta.set(keyOf(language), JSON.stringify(kept));
    }
    return stale.length > 0;
  }
}

const keyOf = (language: string) => `chart names ${language}`;

const signature = (regions: readonly Told[]): string =>
  JSON.stringify([NAMING, ...regions.map(({ id, parent, words }) => [id, parent, words])]);

/** The regions that have notes, with their slots. */
export function notesOf(
  corpus: Corpus,
  regions: readonly Told[],
  places: readonly PlaceRow[],
): RegionNotes[] {
  const slots = new Map<number, number[]>(regions.map(({ id }) => [id, []]));
  for (const { noteId, region, part } of places) {
    const slot = corpus.notes.slotOf(noteId);
    if (slot !== undefined) for (const id of [region, part]) if (id !== null) slots.get(id)?.push(slot);
  }
  return regions
    .map(({ id, parent }) => ({ id, parent, slots: slots.get(id)! }))
    .filter((region) => region.slots.length > 0);
}
