import type { Gpu } from '../../contract/engine-options.ts';
import type { GpuState } from '../../contract/status.ts';
import { chooseGpu, type GpuQuestion } from './choose-gpu.ts';
import { GpuVerdicts } from './gpu-verdicts.ts';
import type { Pool } from './pool.ts';
import type { WorkerSetup } from './protocol.ts';
import { trialKey } from './providers.ts';

interface Parts extends Omit<GpuQuestion, 'signal'> {
  readonly pool: Pick<Pool, 'move'>;
  readonly setup: WorkerSetup;
  /** False where the person wants the processor. */
  readonly wanted: boolean;
}

/**
 * Moves a pool that runs on the processor to a graphics card, where a trial finds one that serves: in the background,
 * while the processor answers. Should it fail later, the processor takes over again.
 */
export class GraphicsCard {
  readonly #parts: Parts;
  readonly #ended = new AbortController();
  #state: GpuState;
  #provider: Gpu | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    const [first] = parts.candidates;
    this.#state = {
      is: first ? 'trying' : parts.wanted ? 'none' : 'off',
      provider: first ?? null,
      reason: null,
    };
  }

  get state(): GpuState {
    return this.#state;
  }

  /** What runs the model now; null while it is the processor. */
  get provider(): Gpu | null {
    return this.#provider;
  }

  /** Never rejects. */
  async begin(): Promise<void> {
    const { pool, setup, manifest, stateDir, candidates } = this.#parts;
    if (candidates.length === 0) return;
    const { provider, rate, state } = await chooseGpu({ ...this.#parts, signal: this.#ended.signal });
    if (this.#ended.signal.aborted) return;
    if (provider === null) {
      this.#state = state;
      return;
    }
    const verdicts = new GpuVerdicts(stateDir);
    const key = trialKey(manifest, provider);
    const good = verdicts.get(key);
    const fail = (reason: string) => {
      verdicts.set(key, { is: 'failed', reason });
      this.#provider = null;
      this.#state = { is: 'failed', provider, reason };
    };
    try {
      // A driver that ends this process is not asked again at the next start.
      verdicts.set(key, { is: 'begun' });
      await pool.move({ ...setup, precision: 'full', provider, intraOpThreads: 1 }, rate, fail);
      if (good) verdicts.set(key, good);
      this.#provider = provider;
      this.#state = state;
    } catch (error) {
      if (this.#ended.signal.aborted && good) verdicts.set(key, good);
      else fail(error instanceof Error ? error.message : String(error));
    }
  }

  close(): void {
    this.#ended.abort();
  }
}
