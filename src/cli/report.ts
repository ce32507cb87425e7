import { describe } from '../common/error-codes.ts';
import { toPortolanError } from '../common/errors.ts';
import { EXIT, exitOf } from './exit-codes.ts';
import { harmless, harmlessJson } from './terminal/harmless.ts';
import type { Screen } from './terminal/screen.ts';
import type { Style } from './terminal/style.ts';

/** A command line that makes no sense: what is wrong with it, and which help to read. */
export class UsageError extends Error {
  readonly todo: string;

  constructor(message: string, command: string) {
    super(message);
    this.name = 'UsageError';
    this.todo = `Try “${command} --help”.`;
  }
}

const NAME = 'portolan: ';

/** What went wrong and what to do about it, in two lines; a fault of ours also says where. */
export function errorLines(error: unknown, style: Style): string[] {
  const { code, what, todo, exit } = told(error);
  const lines = [
    `${style.warn(`${NAME}${harmless(what)}`)}  ${style.dim(code)}`,
    `${' '.repeat(NAME.length)}${harmless(todo)}`,
  ];
  if (exit === EXIT.internal && error instanceof Error && error.stack) lines.push(style.dim(error.stack));
  return lines;
}

/** Says what went wrong, in lines or as JSON; returns the exit code. */
export function reportError(error: unknown, screen: Screen, json: boolean): number {
  const { exit, ...body } = told(error);
  if (json) screen.line(harmlessJson({ error: body }));
  else screen.lines(errorLines(error, screen.style));
  return exit;
}

function told(error: unknown) {
  if (error instanceof UsageError)
    return { code: 'USAGE', what: error.message, todo: error.todo, params: {}, exit: EXIT.usage };
  const { code, params } = toPortolanError(error);
  return { code, ...describe(code, params), params, exit: exitOf(code) };
}
