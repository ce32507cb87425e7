import { throwIfCancelled } from '../../common/cancel.ts';
import { PortolanError } from '../../common/errors.ts';
import { breathe } from '../base/breathe.ts';
import type { ModelManifest, Precision } from '../models/manifest.ts';
import type { EmbedOptions, LocalEmbedder, TextKind } from './embedder.ts';
import type { GraphicsCard } from './graphics-card.ts';
import type { Pool } from './pool.ts';
import { Request } from './request.ts';
import type { Item } from './text-queue.ts';
import type { OpenTextTools } from './text-tools.ts';

interface Parts {
  readonly manifest: ModelManifest;
  readonly queryMean: Float32Array;
  readonly tools: OpenTextTools;
  readonly pool: Pool;
  readonly precision: Precision;
  readonly workers: number;
  readonly intraOpThreads: number;
  readonly card: GraphicsCard;
}

/** The port over a pool: texts become token ids here, so that equal lengths can be put together. */
export function createPooledEmbedder(parts: Parts): LocalEmbedder {
  const { manifest, queryMean, tools, pool, card } = parts;
  const { tokenizer } = tools;
  const { before, after } = tokenizer;
  const room = manifest.window - before.length - after.length;

  const idsOf = (text: string, kind: TextKind): Int32Array =>
    Int32Array.from([...before, ...tokenizer.encode(manifest.prefixes[kind] + text, room), ...after]);

  /** Background texts come in over several turns of the event loop; urgent ones at once. */
  async function fill(request: Request, texts: readonly string[], { kind, priority, signal }: EmbedOptions) {
    let items: Item[] = [];
    for (let index = 0; index < texts.length && !request.settled; index++) {
      items.push({ request, index, ids: idsOf(texts[index]!, kind) });
      if (priority === 'interactive' || items.length < 32) continue;
      pool.add(items);
      items = [];
      await breathe();
    }
    if (!request.settled && !signal?.aborted) pool.add(items);
  }

  return {
    model: manifest,
    queryMean,
    get precision() {
      return card.provider ? 'full' : parts.precision;
    },
    get workers() {
      return card.provider ? 1 : parts.workers;
    },
    get threads() {
      return card.provider ? 1 : parts.workers * parts.intraOpThreads;
    },
    get provider() {
      return card.provider ?? 'cpu';
    },
    get gpu() {
      return card.state;
    },
    passageBudget: tools.passageBudget,
    countTokens: tools.countTokens,
    staticVector: tools.staticVector,
    async embed(texts, options) {
      const { signal } = options;
      throwIfCancelled(signal);
      const request = new Request(texts.length, options.priority === 'interactive');
      const cancel = () => pool.drop(request, new PortolanError('CANCELLED', {}, { cause: signal?.reason }));
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        fill(request, texts, options).catch((error) => pool.drop(request, error));
        return await request.promise;
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    pause: () => pool.pause(),
    resume: () => pool.resume(),
    close() {
      card.close();
      return pool.close();
    },
  };
}
