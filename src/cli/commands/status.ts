import { statusLines } from '../answer/status.ts';
import { type CommonOptions, type Context, layoutOf, withEngine } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { harmlessJson } from '../terminal/harmless.ts';

/** `portolan status`: what the index holds and where it lies. */
export function status(context: Context, vault: string, options: CommonOptions): Promise<number> {
  const { out } = context;
  return withEngine(context, vault, { ...options, readOnly: true }, async ({ client }) => {
    const found = await client.status();
    if (options.json) out.line(harmlessJson(found));
    else out.lines(statusLines(found, layoutOf(out)));
    return EXIT.ok;
  });
}
