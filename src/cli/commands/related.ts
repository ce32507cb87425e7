import { caveats } from '../answer/caveats.ts';
import { relatedLines } from '../answer/related.ts';
import { type CommonOptions, type Context, layoutOf, withEngine } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { harmlessJson } from '../terminal/harmless.ts';
import { type FilterOptions, filterOf } from './filter-options.ts';
import { bringUpToDate } from './up-to-date.ts';

export interface RelatedOptions extends CommonOptions, FilterOptions {
  readonly limit?: number;
  readonly unlinked?: boolean;
  /** False with --no-index: answer from the index as it is. */
  readonly index: boolean;
}

/** `portolan related`: the notes near a note, with the passages that show why. */
export function related(
  context: Context,
  vault: string,
  note: string,
  options: RelatedOptions,
): Promise<number> {
  const { out, err, interrupts } = context;
  const json = options.json === true;
  return withEngine(context, vault, { ...options, readOnly: !options.index }, async ({ client }) => {
    if (options.index) await bringUpToDate(client, context, json);
    const result = await client.related(
      {
        note,
        unlinkedOnly: options.unlinked === true,
        filter: filterOf(options),
        ...(options.limit ? { limit: options.limit } : {}),
      },
      { signal: interrupts.signal },
    );
    if (json) out.line(harmlessJson(result));
    else {
      out.lines(relatedLines(result, layoutOf(out)));
      err.lines(caveats(result).map(err.style.dim));
    }
    return result.results.length > 0 ? EXIT.ok : EXIT.nothing;
  });
}
