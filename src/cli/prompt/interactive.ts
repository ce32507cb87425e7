import { createInterface } from 'node:readline';
import type { EngineClient } from '../../contract/client.ts';
import type { Context } from '../context.ts';
import { follow } from '../progress/follow.ts';
import { errorLines } from '../report.ts';
import { complete, createNames } from './completion.ts';
import type { Conversation } from './conversation.ts';
import { LivePrompt } from './live-prompt.ts';

/**
 * The prompt on a terminal, until :quit, Ctrl-D or Ctrl-C on an empty line. `indexing` may still be going on: its
 * lines are shown above the prompt when it ends, and answers come from what is indexed so far.
 */
export async function answerAtPrompt(
  conversation: Conversation,
  client: EngineClient,
  context: Context,
  indexing: Promise<readonly string[]>,
): Promise<void> {
  const { input, interrupts, out } = context;
  const names = createNames(client);
  const readline = createInterface({
    input,
    output: process.stdout,
    terminal: true,
    historySize: 500,
    completer: (line: string, done: (error: Error | null, result?: [string[], string]) => void) => {
      names().then(
        (all) => done(null, complete(line, all)),
        () => done(null, [[], line]),
      );
    },
  });
  const prompt = new LivePrompt(readline, out);
  const following = new AbortController();
  const leave = () => readline.close();

  readline.on('SIGINT', () => {
    if (readline.line) readline.write(null, { ctrl: true, name: 'u' });
    else leave();
  });
  interrupts.signal.addEventListener('abort', leave, { once: true });
  void follow(client, prompt, following.signal).catch(() => {});
  const tell = (lines: readonly string[]) => following.signal.aborted || prompt.above(lines);
  void indexing.then(tell, (error) => tell(errorLines(error, out.style)));

  const closed = new Promise<void>((resolve) => readline.once('close', resolve));
  readline.on('line', async (line) => {
    prompt.hush();
    readline.pause();
    await conversation.hear(line);
    if (conversation.over) leave();
    else prompt.ask();
  });
  prompt.ask();
  await closed;
  following.abort();
  interrupts.signal.removeEventListener('abort', leave);
  out.line();
}
