import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How to call Python: the program and the arguments that come first. */
export interface Python {
  readonly program: string;
  readonly args: readonly string[];
  /** 'pip 23.2.1 (Python 3.11)', for people to read. */
  readonly pip: string;
}

const CANDIDATES: readonly (readonly [string, ...string[]])[] =
  process.platform === 'win32'
    ? [['py', '-3'], ['python'], ['python3']]
    : [['python3'], ['python'], ['/usr/bin/python3']];

/** The first Python 3 that has pip; undefined where there is none. PORTOLAN_PYTHON names one, or '' for none. */
export async function findPython(signal?: AbortSignal): Promise<Python | undefined> {
  const named = process.env.PORTOLAN_PYTHON;
  const candidates = named === undefined ? CANDIDATES : named ? [[named] as const] : [];
  for (const [program, ...args] of candidates) {
    try {
      const options = { timeout: 20_000, windowsHide: true, ...(signal && { signal }) };
      const { stdout } = await run(program, [...args, '-m', 'pip', '--version'], options);
      const found = /^pip (\S+).*\(python (3[.\d]*)\)/m.exec(stdout);
      if (found) return { program, args, pip: `pip ${found[1]}, Python ${found[2]}` };
    } catch {
      if (signal?.aborted) return undefined;
      // Not there, not a Python 3, or without pip: the next one may be.
    }
  }
  return undefined;
}
