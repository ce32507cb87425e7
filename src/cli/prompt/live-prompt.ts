import { clearScreenDown, cursorTo, type Interface, moveCursor } from 'node:readline';
import type { Progress } from '../../contract/status.ts';
import { progressLine } from '../progress/bar.ts';
import { Pacer } from '../progress/pacer.ts';
import type { Screen } from '../terminal/screen.ts';

const SIGN = '› ';
/** Milliseconds that work must last before the prompt speaks of it: a saved note is taken up in silence. */
const PATIENCE = 700;
const REDRAW_EVERY = 250;

/**
 * The prompt's sign, and above it, while indexing goes on, one line of progress. Both are readline's prompt, so that
 * readline itself keeps them, the typed text and the cursor together.
 */
export class LivePrompt {
  readonly #readline: Interface;
  readonly #screen: Screen;
  #quiet = true;
  #work: Pacer<Progress> | null = null;

  constructor(readline: Interface, screen: Screen) {
    this.#readline = readline;
    this.#screen = screen;
    readline.setPrompt(SIGN);
  }

  /** Asks for a line. */
  ask(): void {
    this.#quiet = false;
    this.#readline.prompt();
  }

  /** While an answer is written nothing else may be. */
  hush(): void {
    this.#quiet = true;
  }

  show(progress: Progress): void {
    if (progress.phase === 'idle' || progress.phase === 'stopped') {
      this.#work?.stop();
      this.#work = null;
      this.#set(SIGN);
      return;
    }
    this.#work ??= new Pacer(
      (work) => {
        const line = progressLine(work, this.#screen.columns - 1, this.#screen.style);
        this.#set(`${line}\n${SIGN}`);
      },
      { every: REDRAW_EVERY, patience: PATIENCE },
    );
    this.#work.offer(progress);
  }

  /** Writes lines above the prompt, wherever the cursor is in it. */
  above(lines: readonly string[]): void {
    if (this.#quiet) {
      this.#screen.lines(lines);
      return;
    }
    const { rows } = this.#readline.getCursorPos();
    const out = terminalOf(this.#readline);
    moveCursor(out, 0, -rows);
    cursorTo(out, 0);
    clearScreenDown(out);
    // Readline goes up again by as many rows before it redraws: give it those rows.
    this.#screen.write(`${lines.join('\n')}\n${'\n'.repeat(rows)}`);
    this.#readline.prompt(true);
  }

  #set(prompt: string): void {
    if (prompt === this.#readline.getPrompt()) return;
    this.#readline.setPrompt(prompt);
    if (!this.#quiet) this.#readline.prompt(true);
  }
}

/** Readline keeps its output, but its types do not say so. */
const terminalOf = (readline: Interface): NodeJS.WritableStream =>
  (readline as Interface & { readonly output: NodeJS.WritableStream }).output;
