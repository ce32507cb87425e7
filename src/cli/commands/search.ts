import { text } from 'node:stream/consumers';
import { quoted } from '../../common/query/write-query.ts';
import { caveats } from '../answer/caveats.ts';
import { searchLines } from '../answer/search.ts';
import { type CommonOptions, type Context, layoutOf, withEngine } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { harmlessJson } from '../terminal/harmless.ts';
import { type FilterOptions, filterOf } from './filter-options.ts';
import { bringUpToDate } from './up-to-date.ts';

export interface SearchOptions extends CommonOptions, FilterOptions {
  readonly limit?: number;
  /** Only notes whose path says all of these. */
  readonly path?: readonly string[];
  /** The last word may be the beginning of a longer one. */
  readonly prefix?: boolean;
  /** False with --no-index: answer from the index as it is. */
  readonly index: boolean;
}

/** `portolan search`: passages that a question's words and meaning find. The one word `-` reads it from stdin. */
export async function search(
  context: Context,
  vault: string,
  words: readonly string[],
  options: SearchOptions,
): Promise<number> {
  const { out, err, interrupts } = context;
  const json = options.json === true;
  const asked = words.length === 1 && words[0] === '-' ? await text(context.input) : words.join(' ');
  const query = [...(options.path ?? []).map((path) => `path:${quoted(path)}`), asked].join(' ');
  return withEngine(context, vault, { ...options, readOnly: !options.index }, async ({ client }) => {
    if (options.index) await bringUpToDate(client, context, json);
    const result = await client.search(
      {
        query,
        filter: filterOf(options),
        prefix: options.prefix === true,
        ...(options.limit ? { limit: options.limit } : {}),
      },
      { signal: interrupts.signal },
    );
    if (json) out.line(harmlessJson(result));
    else {
      out.lines(searchLines(result, layoutOf(out)));
      err.lines(caveats(result).map(err.style.dim));
    }
    return result.hits.length > 0 ? EXIT.ok : EXIT.nothing;
  });
}
