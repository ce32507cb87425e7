import { describe, type ErrorParams } from '../common/error-codes.ts';
import { toPortolanError } from '../common/errors.ts';
import { EXIT, exitOf } from './exit-codes.ts';
import { harmless, harmlessJson } from './terminal/harmless.ts';
import type { Screen } from './terminal/screen.ts';
import type { Style } from './terminal/style.ts';
import { width } from './terminal/width.ts';

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
  const { code, what, todo, params, exit } = told(error);
  const lines = [
    `${style.warn(`${NAME}${harmless(what)}`)}  ${style.dim(code)}`,
    ...pointed(params, style).map((line) => ' '.repeat(NAME.length) + line),
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

/** Characters of a question that are shown to each side of what is wrong in it. */
const AROUND = 30;

/** The question that an error is about, with a mark under the place; nothing where the error is about no question. */
function pointed({ query, column, length }: ErrorParams, style: Style): string[] {
  if (typeof query !== 'string' || typeof column !== 'number') return [];
  const at = Math.min(column - 1, query.length);
  const from = Math.max(0, at - AROUND);
  const end = at + (typeof length === 'number' ? length : 1);
  const before = (from > 0 ? '…' : '') + harmless(query.slice(from, at));
  const rest = harmless(query.slice(at, at + AROUND * 2)) + (query.length > at + AROUND * 2 ? '…' : '');
  const wrong = width(harmless(query.slice(at, Math.min(end, at + AROUND * 2))));
  return [before + rest, `${' '.repeat(width(before))}${style.warn('^'.repeat(Math.max(1, wrong)))}`];
}

function told(error: unknown) {
  if (error instanceof UsageError)
    return { code: 'USAGE', what: error.message, todo: error.todo, params: {}, exit: EXIT.usage };
  const { code, params } = toPortolanError(error);
  return { code, ...describe(code, params), params, exit: exitOf(code) };
}
