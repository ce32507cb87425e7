import { readFileSync } from 'node:fs';
import process from 'node:process';
import { hasCode } from '../common/errors.ts';
import type { EngineOptions } from '../contract/engine-options.ts';
import type { Context, OpenEngine } from './context.ts';
import { watchInterrupts } from './interrupts.ts';
import { runCommandLine } from './program.ts';
import { reportError } from './report.ts';
import { Screen } from './terminal/screen.ts';

/** The engine brings SQLite and ONNX with it: loaded when a command needs it, not for --help. */
async function open(options: EngineOptions): Promise<OpenEngine> {
  const { openEngine } = await import('../engine/engine.ts');
  return openEngine(options);
}

const versionOf = (url: URL): string => JSON.parse(readFileSync(url, 'utf8')).version;

async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const out = new Screen(process.stdout, process.env);
  const err = new Screen(process.stderr, process.env);
  const interrupts = watchInterrupts(err, json);
  const context: Context = { out, err, input: process.stdin, interrupts, open };
  let code: number;
  try {
    code = await runCommandLine(args, context, versionOf(new URL('../../package.json', import.meta.url)));
  } catch (error) {
    code = reportError(error, err, json);
    if (hasCode(error, 'CANCELLED')) code = interrupts.exit() ?? code;
  } finally {
    interrupts.dispose();
  }
  await Promise.all([out.flushed(), err.flushed()]);
  return code;
}

// Exits by itself: an answer that is written must not wait for a handle that something left open.
process.exit(await main(process.argv.slice(2)));
