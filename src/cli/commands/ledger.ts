import type { LedgerEntry } from '../../contract/status.ts';
import { ledgerLines } from '../answer/ledger.ts';
import { type CommonOptions, type Context, layoutOf, withEngine } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { harmlessJson } from '../terminal/harmless.ts';

export interface LedgerOptions extends CommonOptions {
  readonly outcome?: LedgerEntry['outcome'];
  readonly all?: boolean;
}

export const NOTHING_NOTABLE = 'Every file is indexed, and none was odd.';

/** `portolan ledger`: what became of each file, and why. Without options only those with something to say. */
export function ledger(context: Context, vault: string, options: LedgerOptions): Promise<number> {
  const { out, err } = context;
  return withEngine(context, vault, { ...options, readOnly: true }, async ({ client }) => {
    const { outcome } = options;
    const entries = await client.ledger({
      ...(outcome ? { outcome } : {}),
      notable: !options.all && outcome === undefined,
    });
    if (options.json) out.line(harmlessJson(entries));
    else if (entries.length > 0) out.lines(ledgerLines(entries, layoutOf(out)));
    else err.line(outcome ? `No file is ${outcome}.` : NOTHING_NOTABLE);
    return EXIT.ok;
  });
}
