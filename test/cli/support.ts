import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
/** Always there: it comes with npm. */
const MODEL = 'all-MiniLM-L6-v2';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A vault and a data folder of their own, and the real command line over them. */
export function createWorld(notes: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-cli-'));
  const vault = join(folder, 'vault');
  const data = join(folder, 'data');
  mkdirSync(vault);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(vault, path)), { recursive: true });
    writeFileSync(join(vault, path), text);
  };
  for (const [path, text] of Object.entries(notes)) write(path, text);

  const begin = (args: string[], env: NodeJS.ProcessEnv = {}) => {
    const child = spawn(process.execPath, [MAIN, ...args, '--data', data, '--model', MODEL], {
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, COLUMNS: '100', ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const ended = new Promise<Ended>((resolve) => {
      child.on('close', (code, signal) => resolve({ code, signal, out, err }));
    });
    return { child, ended };
  };
  return {
    vault,
    write,
    begin,
    run(args: string[], options: { input?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Ended> {
      const { child, ended } = begin(args, options.env);
      child.stdin.end(options.input ?? '');
      return ended;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
