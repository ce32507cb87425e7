import { createORPCClient, type NestedClient } from '@orpc/client';
import type { StandardLink } from '@orpc/client/standard';
import { PortolanError } from '../common/errors.ts';
import type { EngineClient } from '../contract/client.ts';
import { fromWire } from '../contract/error-codec.ts';

/** A client of a contract: the engine's or the host's. */
export type AnyClient = NestedClient<Record<never, never>>;

/** The way to whoever serves a contract, whatever carries it. */
export interface Link {
  readonly call: StandardLink<Record<never, never>>['call'];
  /** True once nothing can come back any more. */
  readonly closed: () => boolean;
}

/**
 * A contract over a link: the same methods, streams and errors as in one process. Calls that are under way when the
 * link ends, and those made afterwards, reject with ENGINE_GONE.
 */
export function clientOver<Client extends AnyClient = EngineClient>(link: Link): Client {
  const coded = (error: unknown, signal: AbortSignal | undefined): PortolanError => {
    if (signal?.aborted) return new PortolanError('CANCELLED', {}, { cause: error });
    if (link.closed()) return new PortolanError('ENGINE_GONE', {}, { cause: error });
    return fromWire(error);
  };
  return createORPCClient<Client>({
    async call(path, input, options) {
      if (link.closed()) throw new PortolanError('ENGINE_GONE');
      try {
        const output = await link.call(path, input, options);
        return isStream(output) ? withCodes(output, (error) => coded(error, options.signal)) : output;
      } catch (error) {
        throw coded(error, options.signal);
      }
    },
  });
}

const isStream = (value: unknown): value is AsyncIterator<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** A stream whose errors are coded too. */
async function* withCodes(stream: AsyncIterator<unknown>, coded: (error: unknown) => PortolanError) {
  try {
    for (;;) {
      const { done, value } = await stream.next().catch((error) => {
        throw coded(error);
      });
      if (done) return value;
      yield value;
    }
  } finally {
    // The other side is told that nobody listens any more; a link that has ended needs no telling.
    await stream.return?.().catch(() => {});
  }
}
