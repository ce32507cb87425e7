import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = path.resolve(import.meta.dirname, '../../../bin/portolan.mjs');
/** Milliseconds. The page may have to be built first. */
const READY_WITHIN = 120_000;

export interface ServeOptions {
  readonly vault?: string;
  readonly dataDir: string;
  readonly configDir: string;
  readonly model?: string;
  readonly threads?: number;
  readonly port?: number;
}

export interface Serving {
  readonly address: string;
  readonly pid: number;
  readonly said: () => string;
  /** Ends it as Ctrl-C would; resolves when it is gone. */
  close(): Promise<void>;
}

/** `portolan serve`, as a person would start it. */
export async function startServing(options: ServeOptions): Promise<Serving> {
  const { vault, dataDir, configDir, model, threads = 1, port } = options;
  const child = spawn(
    process.execPath,
    [
      MAIN,
      'serve',
      ...(vault === undefined ? [] : [vault]),
      '--no-open',
      ...['--data', dataDir, '--threads', String(threads)],
      ...(model === undefined ? [] : ['--model', model]),
      ...(port === undefined ? [] : ['--port', String(port)]),
    ],
    { env: { ...process.env, PORTOLAN_CONFIG_DIR: configDir }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await addressOf(child, () => said);
  return {
    address,
    pid: child.pid!,
    said: () => said,
    async close() {
      child.kill('SIGINT');
      await exited;
    },
  };
}

function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`no address after ${READY_WITHIN} ms: ${said()}`));
    }, READY_WITHIN);
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`serve ended with ${code}: ${said()}`));
    });
  });
}
