import { lstatSync, type Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds for which a scan may hold the event loop. */
const SLICE = 8;
/** Milliseconds per call above which a disk is slow (a network drive) and waiting beats holding the loop. */
const SLOW = 0.5;
const AT_ONCE = 32;

/**
 * What the disk says of each path, links not followed; the error where it cannot be asked. A local disk is asked
 * synchronously in slices of a few milliseconds, which is several times faster than a promise per file; a slow one
 * asynchronously, many at once.
 */
export async function statAll(paths: readonly (Buffer | string)[], slow = SLOW): Promise<(Stats | Error)[]> {
  const results: (Stats | Error)[] = new Array(paths.length);
  let next = 0;
  while (next < paths.length) {
    const began = performance.now();
    const first = next;
    while (next < paths.length && performance.now() - began < SLICE) {
      results[next] = statNow(paths[next]!);
      next++;
    }
    if ((performance.now() - began) / (next - first) > slow) break;
    if (next < paths.length) await nextTurn();
  }
  const ask = async () => {
    while (next < paths.length) {
      const i = next++;
      results[i] = await lstat(paths[i]!).catch((error: Error) => error);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, paths.length - next) }, ask));
  return results;
}

function statNow(path: Buffer | string): Stats | Error {
  try {
    return lstatSync(path);
  } catch (error) {
    return error as Error;
  }
}
