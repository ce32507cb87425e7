import { looksLikeExpression } from '../../common/expression.ts';

/** What a person typed at the prompt, understood. */
export type Line =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'command'; readonly name: CommandName }
  | { readonly kind: 'unknown-command'; readonly name: string }
  /** Only a note of that name will do. */
  | { readonly kind: 'note'; readonly name: string }
  /** Only a search will do. */
  | { readonly kind: 'search'; readonly query: string }
  /** Notes, words and phrases to calculate with. */
  | { readonly kind: 'algebra'; readonly expression: string }
  /** A result of the last answer, by its number. */
  | { readonly kind: 'result'; readonly path: string }
  /** A note's name, or else a question. */
  | { readonly kind: 'ask'; readonly text: string };

export const COMMANDS = {
  help: 'what can be typed here',
  status: 'what the index holds, and where it lies',
  ledger: 'which files were left out or failed, and why',
  unlinked: 'show only notes that are not linked yet; again for all',
  quit: 'leave (also Ctrl-D)',
} as const;
export type CommandName = keyof typeof COMMANDS;

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

/** `results` are the paths of the last answer, in the order in which they were numbered. */
export function readLine(typed: string, results: readonly string[]): Line {
  const text = typed.trim();
  if (!text) return { kind: 'nothing' };
  if (/^:\w*$/.test(text)) {
    const name = text.slice(1);
    if (isCommand(name)) return { kind: 'command', name };
    return name === 'q' || name === 'exit'
      ? { kind: 'command', name: 'quit' }
      : { kind: 'unknown-command', name };
  }
  if (text.startsWith('?') && text.length > 1) return { kind: 'search', query: text.slice(1).trim() };
  const linked = /^\[\[([^[\]|#]+)(?:[|#][^[\]]*)?\]\]$/.exec(text)?.[1];
  if (linked) return { kind: 'note', name: linked.trim() };
  if (text.startsWith('=') && text.length > 1) return { kind: 'algebra', expression: text.slice(1).trim() };
  if (looksLikeExpression(text)) return { kind: 'algebra', expression: text };
  const numbered = /^\d{1,3}$/.test(text) ? results[Number(text) - 1] : undefined;
  return numbered === undefined ? { kind: 'ask', text } : { kind: 'result', path: numbered };
}
