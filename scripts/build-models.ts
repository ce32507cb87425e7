import { join } from 'node:path';
import { describe } from '../src/common/error-codes.ts';
import { PortolanError } from '../src/common/errors.ts';
import { buildAll } from './lib/models/build-all.ts';
import { HELP, readOptions } from './lib/models/options.ts';

const root = join(import.meta.dirname, '..');
const options = readOptions(process.argv.slice(2));

if (typeof options === 'string') {
  console.error(options);
  process.exitCode = 2;
} else if (options.help) {
  console.log(HELP);
} else {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt).once('SIGTERM', onInterrupt);
  try {
    const usable = await buildAll({ ...options, root, signal: stop.signal });
    process.exitCode = usable ? 0 : 1;
  } catch (error) {
    if (!(error instanceof PortolanError)) throw error;
    const { what, todo } = describe(error.code, error.params);
    console.error(`${what} ${todo}`);
    process.exitCode = error.code === 'CANCELLED' ? 130 : 1;
  }
  process.removeListener('SIGINT', onInterrupt).removeListener('SIGTERM', onInterrupt);
}
