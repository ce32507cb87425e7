import path from 'node:path';
import type { CommonOptions, Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { harmless } from '../terminal/harmless.ts';

export interface ServeOptions extends CommonOptions {
  readonly port: number;
  readonly threads?: number;
  /** False with --no-open. */
  readonly open: boolean;
}

/** `portolan serve`: the app in a browser's tab, until Ctrl-C. Without a vault, its welcome page. */
export async function serve(
  context: Context,
  vault: string | undefined,
  options: ServeOptions,
  version: string,
): Promise<number> {
  const { out, err, interrupts } = context;
  // Loaded here: --help needs none of it.
  const [{ serveApp }, { openFolder }] = await Promise.all([
    import('../../server/serve-app.ts'),
    import('../../host/folders.ts'),
  ]);
  // Before a page is built for it.
  const folder = vault === undefined ? undefined : await openFolder(path.resolve(vault));
  const app = await serveApp({
    version,
    vault: folder,
    port: options.port,
    engine: {
      ...(options.data === undefined ? {} : { dataDir: path.resolve(options.data) }),
      ...(options.model === undefined ? {} : { model: options.model }),
      ...(options.threads === undefined ? {} : { threads: options.threads }),
    },
    onBuild: () => err.line(err.style.dim('Building the page, this once…')),
  }).catch((error) => {
    // Ctrl-C in a terminal also ends the build, which is no failure then.
    throw interrupts.signal.aborted ? interrupts.signal.reason : error;
  });
  try {
    err.line(`${err.style.title('Portolan')}  ${harmless(folder ?? '')}`.trimEnd());
    out.line(app.address);
    err.line(err.style.dim('Only this address opens it, and only on this machine. Ctrl-C ends it.'));
    if (options.open && app.canOpen)
      await app
        .openBrowser()
        .catch(() => err.line('Open it in a browser: it could not be opened from here.'));
    await interrupted(interrupts.signal);
  } finally {
    await app.close();
  }
  return interrupts.exit() ?? EXIT.ok;
}

const interrupted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
