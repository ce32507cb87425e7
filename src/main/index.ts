import path from 'node:path';
import { app } from 'electron';
import { configDir } from '../host/config-dir.ts';
import { Desktop } from './desktop.ts';
import { registerScheme } from './page/serve.ts';
import { ownWords, readArguments, requestForPath } from './requests/arguments.ts';
import { LINK_SCHEME, readLink } from './requests/portolan-url.ts';
import type { Request } from './requests/request.ts';
import { lockContents } from './security/lock-down.ts';

/**
 * The desktop app's main process. Nothing here waits before the app is ready: as an ES module it would keep the app
 * from becoming it.
 */

app.setPath('userData', path.join(configDir(), 'electron'));
const first = readArguments(ownWords(process.argv, process.defaultApp === true), process.cwd());

// A second start hands over what it was asked for, and ends.
if (app.requestSingleInstanceLock({ request: first })) run();
else app.quit();

function run(): void {
  // Whoever started it without one, as root must, would get no page at all.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  if (app.isPackaged && process.platform === 'win32') app.setAsDefaultProtocolClient(LINK_SCHEME);

  /** A Mac says before the app is ready what it was started for. */
  let asked = first;
  let desktop: Desktop | null = null;
  const answer = (request: Request | null) => {
    if (desktop) void desktop.answer(request);
    else asked = request ?? asked;
  };
  app.on('second-instance', (_event, _argv, _folder, data) =>
    answer((data as { request?: Request | null } | null)?.request ?? null),
  );
  app.on('open-url', (event, url) => {
    event.preventDefault();
    answer(readLink(url));
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    answer(requestForPath(file));
  });
  app.on('activate', () => void desktop?.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  endWell(() => desktop);

  void app.whenReady().then(async () => {
    desktop = await Desktop.start(asked);
  });
}

/** The host gives the engine two seconds; whatever else is slow gets no more than this, in milliseconds. */
const END_WITHIN = 3_000;

/** Quitting waits for the engine's current transaction, and then for nothing more. */
function endWell(desktop: () => Desktop | null): void {
  let ended = false;
  app.on('will-quit', (event) => {
    const running = desktop();
    if (ended || !running) return;
    event.preventDefault();
    ended = true;
    const late = new Promise<void>((resolve) => setTimeout(resolve, END_WITHIN));
    void Promise.race([running.end(), late]).finally(() => app.exit(0));
  });
}
