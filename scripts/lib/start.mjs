import { join, resolve } from 'node:path';
import { findElectron } from './electron.mjs';
import { prepare, ROOT, runWith } from './prepare.mjs';
import { endAs, MEMORY_OPTIONS, run } from './run.mjs';
import { report, say } from './say.mjs';
import { HELP, readWords } from './start-words.mjs';

const SAMPLE_VAULT = join(ROOT, 'resources', 'sample-vault');
/** Milliseconds: a window that fails within them never opened. */
const NEVER_OPENED = 10000;

/** Prepares what is needed and opens the app: a window, else a browser's tab; or a prompt, where that is asked for. */
export async function start(words) {
  const asked = readWords(words);
  if (asked.host === 'help') {
    process.stdout.write(HELP);
    return;
  }
  try {
    const node = await prepare();
    if (!node) return;
    const command = (name, more) =>
      runWith(node, [...MEMORY_OPTIONS, join(ROOT, 'src', 'cli', 'main.ts'), name, ...more]);
    if (asked.host === 'terminal') {
      endAs(await command('start', asked.words));
      return;
    }
    const ended = asked.host === 'window' ? await openWindow(node, asked) : null;
    endAs(ended ?? (await command('serve', asked.vault ? asked.words : [SAMPLE_VAULT, ...asked.words])));
  } catch (error) {
    report(error);
  }
}

/** Opens the window and waits for its end; null where none can be opened, and then says why in a line. */
async function openWindow(node, { vault, data }) {
  const without = (reason) => {
    say(`no window: ${reason}. Opening a browser’s tab instead.`);
    return null;
  };
  const electron = await findElectron(ROOT);
  if (!electron.path) return without(electron.reason);
  const built = await runWith(node, [join(ROOT, 'scripts', 'build-app.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  if (built.interrupted) return built;
  if (built.code !== 0) return without('it could not be built; the lines above say why');
  const called = process.env.INIT_CWD || process.cwd();
  const begun = Date.now();
  const ended = await run(electron.path, [ROOT, ...(vault ? [resolve(called, vault)] : [])], {
    cwd: called,
    env: {
      ...process.env,
      // Without a vault, the one open last comes back; who has never opened any sees what there is to see.
      PORTOLAN_SAMPLE_FIRST: '1',
      ...(data ? { PORTOLAN_DATA: resolve(called, data) } : {}),
    },
  });
  if (ended.code === 0 || ended.interrupted || Date.now() - begun > NEVER_OPENED) return ended;
  return without(`Electron ended with ${ended.signal || ended.code}`);
}
