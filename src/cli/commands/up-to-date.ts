import type { EngineClient } from '../../contract/client.ts';
import { indexResultLines } from '../answer/index-result.ts';
import { noticeLines } from '../answer/notices.ts';
import type { Context } from '../context.ts';
import { createDisplay } from '../progress/display.ts';
import { indexWithProgress } from '../progress/follow.ts';

/** A run this long deserves a word about what it did, in seconds. */
const WORTH_TELLING = 2;

/**
 * Before an answer: what changed in the vault is indexed, with progress beside the answer's way. Where another
 * Portolan does that already, the answer comes from what it has written so far.
 */
export async function bringUpToDate(client: EngineClient, context: Context, json: boolean): Promise<void> {
  const { err } = context;
  const status = await client.status();
  if (!json) err.lines(noticeLines(status, err.style));
  if (!status.writer) return;
  const result = await indexWithProgress(client, createDisplay(err, { json }), context.interrupts.signal);
  if (!json && (result.seconds >= WORTH_TELLING || result.failed > 0))
    err.lines([...indexResultLines(result, err.style, 'portolan ledger'), '']);
}
