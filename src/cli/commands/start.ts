import { fileURLToPath } from 'node:url';
import { hasCode } from '../../common/errors.ts';
import type { EngineClient } from '../../contract/client.ts';
import { indexResultLines } from '../answer/index-result.ts';
import { noticeLines } from '../answer/notices.ts';
import { type CommonOptions, type Context, withEngine } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { createDisplay } from '../progress/display.ts';
import { indexWithProgress } from '../progress/follow.ts';
import { Conversation } from '../prompt/conversation.ts';
import { answerAtPrompt } from '../prompt/interactive.ts';
import { answerPiped } from '../prompt/piped.ts';
import { harmless } from '../terminal/harmless.ts';

export interface StartOptions extends CommonOptions {
  readonly limit: number;
}

const SAMPLE_VAULT = fileURLToPath(new URL('../../../resources/sample-vault', import.meta.url));
/** Milliseconds to wait for the index before the prompt appears; a longer run goes on behind the prompt. */
const WAIT = 3_000;

/** `portolan start`: indexes, and answers at a prompt, or line by line what stdin brings. */
export function start(context: Context, vault: string | undefined, options: StartOptions): Promise<number> {
  const { err, input, out, interrupts } = context;
  const live = input.isTTY === true && out.live;
  return withEngine(context, vault ?? SAMPLE_VAULT, { ...options, watch: true }, async ({ client }) => {
    const status = await client.status();
    err.line(`${err.style.title('Portolan')}  ${harmless(status.vault)}`);
    err.line(err.style.dim(status.model.name));
    err.lines(noticeLines(status, err.style));
    const stopping = new AbortController();
    const signal = AbortSignal.any([interrupts.signal, stopping.signal]);
    const display = createDisplay(err, { json: false });
    const indexing = status.writer
      ? summaryOf(indexWithProgress(client, display, signal), context)
      : Promise.resolve([]);
    const conversation = new Conversation(client, context, options.limit);
    try {
      if (live) await talk(conversation, client, context, indexing, () => display.end());
      else {
        err.lines([...(await indexing), '']);
        await answerPiped(conversation, context);
      }
    } finally {
      // Leaving while indexing goes on is no interruption to report: it goes on at the next start.
      stopping.abort();
      await indexing.catch(() => {});
    }
    return interrupts.exit() ?? EXIT.ok;
  });
}

async function talk(
  conversation: Conversation,
  client: EngineClient,
  context: Context,
  indexing: Promise<readonly string[]>,
  clear: () => void,
): Promise<void> {
  const { err } = context;
  const early = await Promise.race([indexing, waited(WAIT)]);
  clear();
  err.lines(early ?? ['Indexing goes on; you can ask already, first by words.']);
  err.lines([err.style.dim('A note’s name or a question. Tab completes names, :help says more.'), '']);
  await answerAtPrompt(conversation, client, context, early ? Promise.resolve([]) : indexing);
}

async function summaryOf(
  running: ReturnType<EngineClient['index']>,
  { err }: Context,
): Promise<readonly string[]> {
  try {
    return indexResultLines(await running, err.style, ':ledger');
  } catch (error) {
    if (hasCode(error, 'CANCELLED')) return [];
    throw error;
  }
}

const waited = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
