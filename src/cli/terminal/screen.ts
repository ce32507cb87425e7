import { createStyle, type Style, wantsColour } from './style.ts';

/** What a Screen needs of a stream: process.stdout, process.stderr, or a test's own. */
export interface OutputStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string, done?: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** Lines longer than this are hard to read even where they fit. */
const WIDEST = 110;
const NARROWEST = 40;
const UNKNOWN = 80;

/** One stream to a person or a program: how wide it is, whether it shows colour, and whether anyone still reads it. */
export class Screen {
  readonly style: Style;
  readonly #stream: OutputStream;
  readonly #env: NodeJS.ProcessEnv;
  #gone = false;

  constructor(stream: OutputStream, env: NodeJS.ProcessEnv) {
    this.#stream = stream;
    this.#env = env;
    this.style = createStyle(wantsColour(stream, env));
    // A reader that has gone away (`portolan search … | head`) is no error: what is left is dropped in silence.
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
      this.#gone = true;
    });
  }

  /** True on a terminal that can redraw a line. */
  get live(): boolean {
    return this.#stream.isTTY === true && this.#env.TERM !== 'dumb';
  }

  /** Columns of the terminal; of COLUMNS, or 80, where there is none. */
  get columns(): number {
    const known = this.#stream.columns ?? Number(this.#env.COLUMNS);
    return known >= 1 ? known : UNKNOWN;
  }

  /** Columns that text is laid out in: the terminal's, within what is readable. */
  get measure(): number {
    return Math.min(WIDEST, Math.max(NARROWEST, this.columns));
  }

  /** True once the reader has gone. */
  get gone(): boolean {
    return this.#gone;
  }

  write(text: string): void {
    if (!this.#gone) this.#stream.write(text);
  }

  line(text = ''): void {
    this.write(`${text}\n`);
  }

  lines(texts: readonly string[]): void {
    if (texts.length) this.write(`${texts.join('\n')}\n`);
  }

  /** Resolves when everything written has left the process, or nobody reads it any more. */
  flushed(): Promise<void> {
    if (this.#gone) return Promise.resolve();
    return new Promise((resolve) => this.#stream.write('', () => resolve()));
  }
}
