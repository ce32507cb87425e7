import { text } from 'node:stream/consumers';
import { algebraCaveats, algebraLines } from '../answer/algebra.ts';
import { caveats } from '../answer/caveats.ts';
import { type CommonOptions, type Context, layoutOf, withEngine } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { harmlessJson } from '../terminal/harmless.ts';
import { type FilterOptions, filterOf } from './filter-options.ts';
import { bringUpToDate } from './up-to-date.ts';

export interface AlgebraOptions extends CommonOptions, FilterOptions {
  readonly limit?: number;
  /** False with --no-index: answer from the index as it is. */
  readonly index: boolean;
}

/** `portolan algebra`: the notes that an expression of notes, words and phrases comes to. `-` reads it from stdin. */
export async function algebra(
  context: Context,
  vault: string,
  words: readonly string[],
  options: AlgebraOptions,
): Promise<number> {
  const { out, err, interrupts } = context;
  const json = options.json === true;
  const expression =
    words.length === 1 && words[0] === '-' ? (await text(context.input)).trim() : words.join(' ');
  return withEngine(context, vault, { ...options, readOnly: !options.index }, async ({ client }) => {
    if (options.index) await bringUpToDate(client, context, json);
    const result = await client.algebra(
      { expression, filter: filterOf(options), ...(options.limit ? { limit: options.limit } : {}) },
      { signal: interrupts.signal },
    );
    if (json) out.line(harmlessJson(result));
    else {
      out.lines(algebraLines(result, layoutOf(out)));
      err.lines([...algebraCaveats(result), ...caveats(result)].map(err.style.dim));
    }
    return result.hits.length > 0 ? EXIT.ok : EXIT.nothing;
  });
}
