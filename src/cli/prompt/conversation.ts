import { assertNever } from '../../common/assert.ts';
import type { EngineClient } from '../../contract/client.ts';
import { ledgerLines } from '../answer/ledger.ts';
import { statusLines } from '../answer/status.ts';
import { NOTHING_NOTABLE } from '../commands/ledger.ts';
import { type Context, layoutOf } from '../context.ts';
import { reportError } from '../report.ts';
import { padEnd } from '../terminal/width.ts';
import { type Answer, type Asking, ask, askAlgebra, askRelated, askSearch } from './asking.ts';
import { COMMANDS, type CommandName, readLine } from './line.ts';

/** One person asking one vault: what was typed goes in, answers go to the screen. */
export class Conversation {
  readonly #client: EngineClient;
  readonly #context: Context;
  readonly #limit: number;
  #unlinked = false;
  #paths: string[] = [];
  #over = false;

  constructor(client: EngineClient, context: Context, limit: number) {
    this.#client = client;
    this.#context = context;
    this.#limit = limit;
  }

  /** True after :quit. */
  get over(): boolean {
    return this.#over;
  }

  /** Answers one line. Errors are shown, not thrown: the conversation goes on. */
  async hear(typed: string): Promise<void> {
    const { out, err } = this.#context;
    try {
      const lines = await this.#reply(typed);
      if (lines.length) out.lines([...lines, '']);
    } catch (error) {
      reportError(error, err, false);
    }
  }

  async #reply(typed: string): Promise<string[]> {
    const layout = layoutOf(this.#context.out);
    const asking: Asking = {
      client: this.#client,
      limit: this.#limit,
      unlinked: this.#unlinked,
      signal: this.#context.interrupts.signal,
    };
    const line = readLine(typed, this.#paths);
    switch (line.kind) {
      case 'nothing':
        return [];
      case 'command':
        return this.#obey(line.name);
      case 'unknown-command':
        return [`There is no command “:${line.name}”.`, ...helpLines()];
      case 'note':
        return this.#keep(await askRelated(line.name, asking, layout));
      case 'result':
        return this.#keep(await askRelated(line.path, asking, layout));
      case 'search':
        return this.#keep(await askSearch(line.query, asking, layout));
      case 'algebra':
        return this.#keep(await askAlgebra(line.expression, asking, layout));
      case 'ask':
        return this.#keep(await ask(line.text, asking, layout));
      default:
        return assertNever(line);
    }
  }

  #keep(answer: Answer): string[] {
    this.#paths = answer.paths;
    return answer.lines;
  }

  async #obey(name: CommandName): Promise<string[]> {
    const layout = layoutOf(this.#context.out);
    switch (name) {
      case 'help':
        return helpLines();
      case 'status': {
        return statusLines(await this.#client.status(), layout);
      }
      case 'ledger': {
        const entries = await this.#client.ledger({ notable: true });
        return entries.length ? ledgerLines(entries, layout) : [NOTHING_NOTABLE];
      }
      case 'unlinked':
        this.#unlinked = !this.#unlinked;
        return [this.#unlinked ? 'Only notes that are not linked yet.' : 'Linked notes too.'];
      case 'quit':
        this.#over = true;
        return [];
      default:
        return assertNever(name);
    }
  }
}

export function helpLines(): string[] {
  const rows: [string, string][] = [
    ['a note’s name', 'the notes related to it, and the passages that show why'],
    ['anything else', 'the passages found by its words and its meaning'],
    ['?words', 'search, even where a note has that name'],
    ['[[name]]', 'a note, even where it looks like a question'],
    ['[[a]] - [[b]] + x', 'calculate with notes, words and “phrases”; =a - b + c for words alone'],
    ['3', 'go on from the third result'],
    ['Tab', 'complete a note’s name'],
    ...Object.entries(COMMANDS).map(([name, what]): [string, string] => [`:${name}`, what]),
  ];
  return rows.map(([typed, what]) => `  ${padEnd(typed, 17)}  ${what}`);
}
