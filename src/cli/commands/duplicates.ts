import type { DuplicateKind } from '../../contract/duplicates.ts';
import { caveats } from '../answer/caveats.ts';
import { duplicatesLines, duplicatesSummary } from '../answer/duplicates.ts';
import { type CommonOptions, type Context, layoutOf, withEngine } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { harmlessJson } from '../terminal/harmless.ts';
import { bringUpToDate } from './up-to-date.ts';

export interface DuplicatesOptions extends CommonOptions {
  readonly limit?: number;
  readonly offset?: number;
  readonly kind?: DuplicateKind;
  /** False with --no-index: answer from the index as it is. */
  readonly index: boolean;
}

/** `portolan duplicates`: pairs of notes whose text is largely the same, and translations of one another. */
export function duplicates(
  context: Context,
  vault: string,
  note: string | undefined,
  options: DuplicatesOptions,
): Promise<number> {
  const { out, err, interrupts } = context;
  const json = options.json === true;
  const offset = options.offset ?? 0;
  return withEngine(context, vault, { ...options, readOnly: !options.index }, async ({ client }) => {
    if (options.index) await bringUpToDate(client, context, json);
    const result = await client.duplicates(
      {
        offset,
        ...(note === undefined ? {} : { note }),
        ...(options.kind ? { kinds: [options.kind] } : {}),
        ...(options.limit ? { limit: options.limit } : {}),
      },
      { signal: interrupts.signal },
    );
    if (json) out.line(harmlessJson(result));
    else {
      out.lines(duplicatesLines(result, offset, layoutOf(out)));
      err.lines([...duplicatesSummary(result, offset), ...caveats(result)].map(err.style.dim));
    }
    return result.pairs.length > 0 ? EXIT.ok : EXIT.nothing;
  });
}
