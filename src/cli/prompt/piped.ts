import { createInterface } from 'node:readline';
import type { Context } from '../context.ts';
import type { Conversation } from './conversation.ts';

/** Answers line after line of what is not a terminal, until it ends, :quit, or an interruption. */
export async function answerPiped(conversation: Conversation, context: Context): Promise<void> {
  const { input, out, interrupts } = context;
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const stop = () => lines.close();
  interrupts.signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const line of lines) {
      await conversation.hear(line);
      if (conversation.over || out.gone || interrupts.signal.aborted) break;
    }
  } finally {
    interrupts.signal.removeEventListener('abort', stop);
    lines.close();
  }
}
