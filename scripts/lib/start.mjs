import { join } from 'node:path';
import { prepare, ROOT, runWith } from './prepare.mjs';
import { endAs, MEMORY_OPTIONS } from './run.mjs';
import { report } from './say.mjs';

/** Prepares what is needed and runs `portolan start` with the given words. */
export async function start(args) {
  try {
    const node = await prepare();
    if (node)
      endAs(await runWith(node, [...MEMORY_OPTIONS, join(ROOT, 'src', 'cli', 'main.ts'), 'start', ...args]));
  } catch (error) {
    report(error);
  }
}
