import { axisCaveats, axisLines } from '../answer/axis.ts';
import { caveats } from '../answer/caveats.ts';
import { type CommonOptions, type Context, layoutOf, withEngine } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { harmlessJson } from '../terminal/harmless.ts';
import { type FilterOptions, filterOf } from './filter-options.ts';
import { bringUpToDate } from './up-to-date.ts';

export interface AxisOptions extends CommonOptions, FilterOptions {
  readonly limit?: number;
  readonly note?: readonly string[];
  /** False with --no-index: answer from the index as it is. */
  readonly index: boolean;
}

/** `portolan axis`: notes ordered between two poles, each of words, phrases or notes. */
export function axis(
  context: Context,
  vault: string,
  [from, to]: readonly [string, string],
  options: AxisOptions,
): Promise<number> {
  const { out, err, interrupts } = context;
  const json = options.json === true;
  return withEngine(context, vault, { ...options, readOnly: !options.index }, async ({ client }) => {
    if (options.index) await bringUpToDate(client, context, json);
    const result = await client.axis(
      {
        from,
        to,
        filter: filterOf(options),
        ...(options.note && { notes: [...options.note] }),
        ...(options.limit ? { limit: options.limit } : {}),
      },
      { signal: interrupts.signal },
    );
    if (json) out.line(harmlessJson(result));
    else {
      out.lines(axisLines(result, layoutOf(out)));
      err.lines([...axisCaveats(result), ...caveats(result)].map(err.style.dim));
    }
    return result.notes.length > 0 ? EXIT.ok : EXIT.nothing;
  });
}
