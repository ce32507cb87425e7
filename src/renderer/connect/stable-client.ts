import { createORPCClient } from '@orpc/client';
import { hasCode } from '../../common/errors.ts';
import type { Answering, Line } from './line.ts';

type Method = (input: unknown, options: { signal?: AbortSignal }) => Promise<unknown>;

export interface StableOptions {
  /** Methods that change something: made once, whatever becomes of them. All others are asked again, once. */
  readonly once: ReadonlySet<string>;
  /** Methods that are listened to: they wait for as long as it takes. */
  readonly streams: ReadonlySet<string>;
  /** By stream: what its listeners are told after a gap in which they may have missed something. */
  readonly afterGap?: Readonly<Record<string, () => unknown>>;
}

/** A client that outlives those who answer: calls wait for the next one, streams go on with it. */
export function stableClient<Client extends object>(line: Line<Client>, options: StableOptions): Client {
  return createORPCClient<never>({
    async call(path: readonly string[], input: unknown, { signal }: { signal?: AbortSignal | undefined }) {
      const name = path.join('.');
      const ask = async () => {
        const from = await line.get(signal, options.streams.has(name));
        const method = (from.client as Record<string, Method>)[name]!;
        return { from, output: await line.orEnd(from, method(input, signal ? { signal } : {})) };
      };
      if (options.streams.has(name)) {
        const askOn = () => untilAnswered(ask as () => Promise<Asked<Client>>);
        return goOn(line, await askOn(), askOn, options.afterGap?.[name]);
      }
      const { output } = await ask().catch((error) => {
        if (!isGone(error) || options.once.has(name)) throw error;
        return ask();
      });
      return output;
    },
  }) as Client;
}

interface Asked<Client> {
  readonly from: Answering<Client>;
  readonly output: AsyncIterator<unknown>;
}

/** A stream that is asked for again whenever whoever gave it is gone. */
async function* goOn<Client>(
  line: Line<Client>,
  first: Asked<Client>,
  ask: () => Promise<Asked<Client>>,
  afterGap: (() => unknown) | undefined,
): AsyncGenerator<unknown> {
  let asked = first;
  try {
    for (;;) {
      try {
        const { done, value } = await line.orEnd(asked.from, asked.output.next());
        if (done) return value;
        yield value;
      } catch (error) {
        if (!isGone(error)) throw error;
        asked = await ask();
        if (afterGap) yield afterGap();
      }
    }
  } finally {
    // Not awaited: whoever is gone does not answer.
    void asked.output.return?.()?.catch(() => {});
  }
}

/** Between two tries, in milliseconds. */
const BREATH = 50;

async function untilAnswered<Client>(ask: () => Promise<Asked<Client>>): Promise<Asked<Client>> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isGone(error)) throw error;
      // Whoever is gone may not be known to be: asking on at once would keep that very news from being heard.
      await new Promise((resolve) => setTimeout(resolve, BREATH));
    }
  }
}

const isGone = (error: unknown) => hasCode(error, 'ENGINE_GONE');
