import type { GpuState } from '../../contract/status.ts';
import type { ModelManifest, Precision } from '../models/manifest.ts';
import type { Provider } from './session.ts';
import type { TextTools } from './text-tools.ts';

export type TextKind = 'query' | 'passage';

export interface EmbedOptions {
  readonly kind: TextKind;
  /** Interactive work overtakes background work within 150 ms. */
  readonly priority: 'interactive' | 'background';
  readonly signal?: AbortSignal;
}

/** The port through which everything downstream gets vectors. */
export interface Embedder extends TextTools {
  readonly model: ModelManifest;
  /** Mean of query vectors (float32 × dimensions): subtract it from a query before comparing. */
  readonly queryMean: Float32Array;
  /**
   * One unit vector (float32 × dimensions) per text, in order; `null` where the model gave NaN or a wrong norm.
   * Texts longer than the window are cut. Rejects with CANCELLED, MODEL_FAILED.
   */
  embed(texts: readonly string[], options: EmbedOptions): Promise<(Float32Array | null)[]>;
  /** Stops taking up background work until `resume`; interactive work goes on. */
  pause(): void;
  resume(): void;
  /** Lets runs in progress end, rejects what waits with CANCELLED, frees the workers. Safe to call twice. */
  close(): Promise<void>;
}

/** An embedder on this machine, which can say how it works. */
export interface LocalEmbedder extends Embedder {
  /** The graph that runs: in full precision, or in 8 bits. */
  readonly precision: Precision;
  /** Worker threads, each with a session of its own. */
  readonly workers: number;
  /** Threads that compute, of all workers together. */
  readonly threads: number;
  /** What runs it now: it may move to a graphics card, and back. */
  readonly provider: Provider;
  readonly gpu: GpuState;
}
