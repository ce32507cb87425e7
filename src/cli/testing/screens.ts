import xterm from '@xterm/headless';
import { type OutputStream, Screen } from '../terminal/screen.ts';

/** A stream that keeps what is written to it. */
export class Kept implements OutputStream {
  readonly isTTY: boolean;
  readonly columns: number;
  readonly #listeners: ((error: NodeJS.ErrnoException) => void)[] = [];
  text = '';

  constructor(options: { tty?: boolean; columns?: number } = {}) {
    this.isTTY = options.tty ?? false;
    this.columns = options.columns ?? 80;
  }

  write(text: string, done?: (error?: Error | null) => void): boolean {
    this.text += text;
    done?.();
    return true;
  }

  on(_event: 'error', listener: (error: NodeJS.ErrnoException) => void): this {
    this.#listeners.push(listener);
    return this;
  }

  fail(code: string): void {
    for (const listener of this.#listeners) listener(Object.assign(new Error(code), { code }));
  }
}

/** A screen that keeps what it is given, without colour unless asked. */
export function keptScreen(options: { tty?: boolean; columns?: number; env?: NodeJS.ProcessEnv } = {}) {
  const stream = new Kept(options);
  return { stream, screen: new Screen(stream, options.env ?? { NO_COLOR: '1' }) };
}

/** What a terminal of this size shows after all of `output`: its lines, without trailing spaces and blank ends. */
export function shownBy(
  output: string,
  { columns = 80, rows = 24 }: { columns?: number; rows?: number } = {},
): string[] {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    scrollback: 1000,
    logLevel: 'off',
  });
  // At once, whatever clock the test has. A real terminal's driver turns line feeds into new lines.
  coreOf(terminal).writeSync(output.replace(/(?<!\r)\n/g, '\r\n'));
  const buffer = terminal.buffer.active;
  const lines: string[] = [];
  for (let i = 0; i < buffer.length; i++) lines.push(buffer.getLine(i)?.translateToString(true) ?? '');
  terminal.dispose();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

const coreOf = (terminal: InstanceType<typeof xterm.Terminal>) =>
  (terminal as unknown as { _core: { writeSync(text: string): void } })._core;
