import { z } from 'zod';
import { readKept, writeKept } from './verdicts.ts';

const FILE = 'graphics.json';
const Verdict = z.discriminatedUnion('is', [
  z.object({ is: z.literal('tried'), rate: z.number().positive(), cosine: z.number() }),
  z.object({ is: z.literal('failed'), reason: z.string().max(500) }),
  /** It was good in its trial and is in use for the first time: found at a start, that did not end well. */
  z.object({ is: z.literal('begun') }),
]);
export type GpuVerdict = z.infer<typeof Verdict>;
const Verdicts = z.record(z.string(), Verdict);

/** What became of every graphics card that was tried, kept in a folder; for this time only where there is none. */
export class GpuVerdicts {
  readonly #dir: string | undefined;

  constructor(dir: string | undefined) {
    this.#dir = dir;
  }

  get(key: string): GpuVerdict | undefined {
    return this.#dir === undefined ? undefined : readKept(this.#dir, FILE, Verdicts)[key];
  }

  set(key: string, verdict: GpuVerdict): void {
    if (this.#dir !== undefined) writeKept(this.#dir, FILE, Verdicts, key, verdict);
  }
}
