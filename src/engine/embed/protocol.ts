import type { EmbeddingTable } from '../models/embedding-table.ts';
import type { Precision } from '../models/manifest.ts';
import type { Provider } from './session.ts';

/** What a worker gets at its start. */
export interface WorkerSetup {
  readonly table: EmbeddingTable;
  /** Paths of the graphs; `full` is also what a bad vector is tried again on. */
  readonly graphs: Readonly<Record<Precision, string>>;
  readonly precision: Precision;
  /** Threads inside one operator; 1 unless memory forbids a worker per core. */
  readonly intraOpThreads: number;
  /** The processor by default; a bad vector is tried again there in any case. */
  readonly provider?: Provider;
}

/** Texts of equal length to be embedded in one run. */
export interface Job {
  readonly id: number;
  readonly urgent: boolean;
  /** Token ids of `texts` texts, one after the other, special tokens included. */
  readonly ids: Int32Array<ArrayBuffer>;
  readonly texts: number;
}

export type ToWorker = { readonly kind: 'job'; readonly job: Job } | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly reason: string }
  | {
      readonly kind: 'done';
      readonly id: number;
      /** float32 × texts × dimensions. */
      readonly vectors: Float32Array<ArrayBuffer>;
      /** Texts for which both graphs gave an impossible vector. */
      readonly bad: readonly number[];
      /** Time of the run itself. */
      readonly milliseconds: number;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
