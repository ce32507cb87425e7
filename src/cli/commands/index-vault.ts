import { PortolanError } from '../../common/errors.ts';
import { indexResultLines } from '../answer/index-result.ts';
import { noticeLines } from '../answer/notices.ts';
import { type CommonOptions, type Context, withEngine } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { createDisplay } from '../progress/display.ts';
import { indexWithProgress } from '../progress/follow.ts';
import { harmlessJson } from '../terminal/harmless.ts';

/** `portolan index`: brings the index up to date and says what that took. */
export function indexVault(context: Context, vault: string, options: CommonOptions): Promise<number> {
  const { out, err, interrupts } = context;
  const json = options.json === true;
  return withEngine(context, vault, options, async ({ client }) => {
    const status = await client.status();
    if (!status.writer) throw new PortolanError('INDEX_IN_USE');
    if (!json) err.lines(noticeLines(status, err.style));
    const result = await indexWithProgress(client, createDisplay(err, { json }), interrupts.signal);
    if (json) out.line(harmlessJson(result));
    else out.lines(indexResultLines(result, out.style, `portolan ledger ${shellWord(vault)}`));
    return result.failed > 0 ? EXIT.incomplete : EXIT.ok;
  });
}

/** A path as one may paste it into a shell. */
const shellWord = (path: string): string =>
  /^[\p{L}\p{N}_./~+-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
