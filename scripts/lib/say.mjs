import { EXIT_RUNTIME } from './node-version.mjs';

/** Something that the preparation could not do: what, and what the person can do about it. */
export class Failed extends Error {
  constructor(what, todo, code = EXIT_RUNTIME) {
    super(what);
    this.todo = todo;
    this.code = code;
  }
}

/** A line about what is going on. Never on stdout, which belongs to the results. */
export function say(text) {
  process.stderr.write(`portolan: ${text}\n`);
}

/** Says what failed in two lines and sets the exit code. */
export function report(error) {
  say(error instanceof Failed ? error.message : error.stack);
  process.stderr.write(
    `          ${error instanceof Failed ? error.todo : 'This is a fault in Portolan: please report it.'}\n`,
  );
  process.exitCode = error instanceof Failed ? error.code : 70;
}

/** Says every so often that a long step is still going on, where nothing else would. Returns a function that ends it. */
export function sayStill(what, everySeconds = 20) {
  const begun = Date.now();
  const timer = setInterval(() => {
    say(`still ${what} (${Math.round((Date.now() - begun) / 1000)} s)`);
  }, everySeconds * 1000);
  timer.unref();
  return () => clearInterval(timer);
}
