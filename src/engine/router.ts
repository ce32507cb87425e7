import { implement } from '@orpc/server';
import type { z } from 'zod';
import type { AlgebraInputSchema, AlgebraResult } from '../contract/algebra.ts';
import type { AttachmentInputSchema } from '../contract/attachment.ts';
import type { AxisInputSchema, AxisPlacesInputSchema, AxisResult } from '../contract/axis.ts';
import type { BacklinksInputSchema, BacklinksResult } from '../contract/backlinks.ts';
import type { Changes } from '../contract/changes.ts';
import type { ChartInputSchema, ChartState, RegionChangeSchema } from '../contract/chart.ts';
import { contract } from '../contract/contract.ts';
import type { DuplicatesInputSchema, DuplicatesResult } from '../contract/duplicates.ts';
import { toWire } from '../contract/error-codec.ts';
import type { Neighbourhood, NeighbourhoodInputSchema } from '../contract/neighbourhood.ts';
import type { NoteInputSchema, NoteText } from '../contract/note.ts';
import type { NoteEntry, NoteHeadings, NotesInputSchema } from '../contract/notes.ts';
import type { RelatedPassagesInputSchema, RelatedPassagesResult } from '../contract/passages.ts';
import type { RelatedInputSchema, RelatedResult } from '../contract/related.ts';
import type { SearchInputSchema, SearchResult } from '../contract/search.ts';
import type {
  IndexResult,
  LedgerEntry,
  LedgerInputSchema,
  Progress,
  RetryInputSchema,
  Status,
} from '../contract/status.ts';

/** What the engine does, method by method: the contract's inputs after validation, its outputs, PortolanErrors. */
export interface Handlers {
  related(input: z.output<typeof RelatedInputSchema>, signal?: AbortSignal): Promise<RelatedResult>;
  relatedPassages(input: z.output<typeof RelatedPassagesInputSchema>): Promise<RelatedPassagesResult>;
  neighbourhood(input: z.output<typeof NeighbourhoodInputSchema>): Promise<Neighbourhood>;
  notes(input: z.output<typeof NotesInputSchema>): Promise<{ notes: NoteEntry[] }>;
  headings(input: z.output<typeof NotesInputSchema>): Promise<{ notes: NoteHeadings[] }>;
  note(input: z.output<typeof NoteInputSchema>): Promise<NoteText>;
  backlinks(input: z.output<typeof BacklinksInputSchema>): Promise<BacklinksResult>;
  attachment(input: z.output<typeof AttachmentInputSchema>): Promise<Blob>;
  changes(signal?: AbortSignal): AsyncGenerator<Changes>;
  search(input: z.output<typeof SearchInputSchema>, signal?: AbortSignal): Promise<SearchResult>;
  algebra(input: z.output<typeof AlgebraInputSchema>, signal?: AbortSignal): Promise<AlgebraResult>;
  axis(input: z.output<typeof AxisInputSchema>, signal?: AbortSignal): Promise<AxisResult>;
  axisPlaces(input: z.output<typeof AxisPlacesInputSchema>, signal?: AbortSignal): Promise<Blob>;
  duplicates(input: z.output<typeof DuplicatesInputSchema>, signal?: AbortSignal): Promise<DuplicatesResult>;
  chart(input: z.output<typeof ChartInputSchema>, signal?: AbortSignal): AsyncGenerator<ChartState>;
  chartPlaces(): Promise<Blob>;
  layOutChart(signal?: AbortSignal): Promise<void>;
  changeRegion(input: z.output<typeof RegionChangeSchema>): void | Promise<void>;
  status(): Promise<Status>;
  ledger(input: z.output<typeof LedgerInputSchema>): Promise<LedgerEntry[]>;
  index(signal?: AbortSignal): Promise<IndexResult>;
  progress(signal?: AbortSignal): AsyncGenerator<Progress>;
  pause(): void;
  resume(): void;
  retry(input: z.output<typeof RetryInputSchema>): void;
}

/** The contract served by the handlers: every input validated, every error coded, in one place. */
export function createRouter(handlers: Handlers) {
  const os = implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw toWire(error);
    }
  });
  return os.router({
    related: os.related.handler(({ input, signal }) => handlers.related(input, signal)),
    relatedPassages: os.relatedPassages.handler(({ input }) => handlers.relatedPassages(input)),
    neighbourhood: os.neighbourhood.handler(({ input }) => handlers.neighbourhood(input)),
    notes: os.notes.handler(({ input }) => handlers.notes(input)),
    headings: os.headings.handler(({ input }) => handlers.headings(input)),
    note: os.note.handler(({ input }) => handlers.note(input)),
    backlinks: os.backlinks.handler(({ input }) => handlers.backlinks(input)),
    attachment: os.attachment.handler(({ input }) => handlers.attachment(input)),
    changes: os.changes.handler(({ signal }) => handlers.changes(signal)),
    search: os.search.handler(({ input, signal }) => handlers.search(input, signal)),
    algebra: os.algebra.handler(({ input, signal }) => handlers.algebra(input, signal)),
    axis: os.axis.handler(({ input, signal }) => handlers.axis(input, signal)),
    axisPlaces: os.axisPlaces.handler(({ input, signal }) => handlers.axisPlaces(input, signal)),
    duplicates: os.duplicates.handler(({ input, signal }) => handlers.duplicates(input, signal)),
    chart: os.chart.handler(({ input, signal }) => handlers.chart(input, signal)),
    chartPlaces: os.chartPlaces.handler(() => handlers.chartPlaces()),
    layOutChart: os.layOutChart.handler(({ signal }) => handlers.layOutChart(signal)),
    changeRegion: os.changeRegion.handler(({ input }) => handlers.changeRegion(input)),
    status: os.status.handler(() => handlers.status()),
    ledger: os.ledger.handler(({ input }) => handlers.ledger(input)),
    index: os.index.handler(({ signal }) => handlers.index(signal)),
    progress: os.progress.handler(({ signal }) => handlers.progress(signal)),
    pause: os.pause.handler(() => handlers.pause()),
    resume: os.resume.handler(() => handlers.resume()),
    retry: os.retry.handler(({ input }) => handlers.retry(input)),
  });
}
export type EngineRouter = ReturnType<typeof createRouter>;
