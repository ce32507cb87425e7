import { statSync } from 'node:fs';
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
    else out.lines(statusLines(found, bytesOf(found.database), layoutOf(out)));
    return EXIT.ok;
  });
}

/** Size of a file in bytes; null where there is none to look at. */
export function bytesOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}
