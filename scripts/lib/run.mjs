import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * How the engine's Node keeps its memory. Parsing and writing thousands of notes makes much short-lived garbage: with
 * V8's own choice of nursery, indexing 7,000 notes takes 200 MB more, and no less time.
 */
export const MEMORY_OPTIONS = ['--max-semi-space-size=4'];

/**
 * Where Node keeps what it has compiled: it starts twice as fast then. Not where Node itself would put it: in a folder
 * that every person of a machine can write to, others could leave code there.
 */
export const COMPILED = join(
  dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  'node_modules',
  '.cache',
  'portolan',
  'compiled',
);

/**
 * Runs a program to its end and passes on the signals that this process gets. Resolves to its exit code, or to the
 * signal that ended it, and to whether this process was told to stop meanwhile; rejects when it cannot be started.
 */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', windowsHide: true, ...options });
    let interrupted = false;
    const forward = (signal) => {
      interrupted = true;
      child.kill(signal);
    };
    const done = () => {
      for (const signal of SIGNALS) process.removeListener(signal, forward);
    };
    for (const signal of SIGNALS) process.on(signal, forward);
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', (code, signal) => {
      done();
      resolve({ code, signal, interrupted });
    });
  });
}

/** Ends this process as the other one ended: the same exit code, or the same signal. */
export function endAs({ code, signal }) {
  if (signal && process.platform !== 'win32') process.kill(process.pid, signal);
  else process.exitCode = code === null ? 1 : code;
}
