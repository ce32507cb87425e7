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

/** Bytes that a database takes, with what SQLite has not merged into it yet; null where there is none to look at. */
export function bytesOf(database: string): number | null {
  const sizes = [database, `${database}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.size);
  return sizes[0] === undefined ? null : sizes[0] + (sizes[1] ?? 0);
}
