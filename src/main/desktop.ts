import { existsSync } from 'node:fs';
import { app, type BrowserWindow, nativeTheme, session, shell } from 'electron';
import { Host } from '../host/host.ts';
import { createHostRouter } from '../host/router.ts';
import { Dialogs } from './dialogs.ts';
import { Engines } from './engine/engines.ts';
import { installMenu, labelsOf } from './menu/install.ts';
import { servePage } from './page/serve.ts';
import { paths } from './paths.ts';
import { SAMPLE_FIRST, vaultAtStart } from './requests/at-start.ts';
import { followRequest } from './requests/follow.ts';
import type { Request } from './requests/request.ts';
import { lockSession } from './security/lock-down.ts';
import { openMainWindow } from './window/main-window.ts';
import { PagePorts } from './window/page-ports.ts';

/** What the window remembers of itself, and the vault that was open at the end. */
const WINDOW = 'desktop.window';
const VAULT = 'desktop.vault';

/** The desktop app: the host and its engine, one window, the menus, and whatever else the system asks of it. */
export class Desktop {
  readonly #host: Host;
  readonly #dialogs: Dialogs;
  #window: BrowserWindow | null = null;

  private constructor(host: Host, dialogs: Dialogs) {
    this.#host = host;
    this.#dialogs = dialogs;
  }

  /** Once the app is ready: opens the vault that is asked for, or that was open last, and the window. */
  static async start(request: Request | null): Promise<Desktop> {
    const { engine, models, page, sample } = paths();
    lockSession(session.defaultSession);
    servePage(session.defaultSession, page);
    const engines = new Engines(engine);
    let desktop: Desktop | undefined;
    const dialogs = new Dialogs(
      () => desktop?.window ?? null,
      () => labelsOf(host),
    );
    const host: Host = await Host.create({
      about: { shell: 'electron', version: app.getVersion(), locales: app.getPreferredSystemLanguages() },
      sample,
      modelsDir: models,
      spawn: engines.spawn,
      chooseFolder: () => dialogs.chooseFolder(),
      chooseTarget: (name) => dialogs.chooseTarget(name),
      reveal: async (at) => shell.showItemInFolder(at),
      openExternal: (url) => shell.openExternal(url),
    });
    desktop = new Desktop(host, dialogs);
    new PagePorts(host, createHostRouter(host), engines, (request) => void desktop?.answer(request));
    await desktop.#begin(request);
    return desktop;
  }

  get window(): BrowserWindow | null {
    return this.#window && !this.#window.isDestroyed() ? this.#window : null;
  }

  /** Brings the window to the front and does what is asked. */
  async answer(request: Request | null): Promise<void> {
    await this.show();
    if (request) await this.#follow(request);
  }

  /** The window in front of the others; a new one where there is none. */
  async show(): Promise<void> {
    const { window } = this;
    if (!window) return this.#openWindow();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  /** Ends the engine after its current transaction, within two seconds. */
  end(): Promise<void> {
    return this.#host.end();
  }

  async #begin(request: Request | null): Promise<void> {
    const host = this.#host;
    this.#followSettings();
    installMenu(
      host,
      {
        command: (id) => void this.#command(id),
        openRecent: (path) => void this.#follow({ is: 'vault', path }),
        openSample: () => void this.#try(() => host.openSample()),
        closeVault: () => void this.#try(() => host.closeVault()),
      },
      !app.isPackaged,
    );
    const last = vaultAtStart({
      last: host.settings.now.keepRecent ? await host.memory.recall(VAULT) : null,
      recent: host.state.recent.length,
      sampleFirst: process.env[SAMPLE_FIRST] ? host.options.sample : null,
    });
    // The engine starts while the window opens.
    const opening = request ? this.#follow(request) : last !== null && this.#quietly(() => host.open(last));
    await this.#openWindow();
    await opening;
    this.#followState();
  }

  async #openWindow(): Promise<void> {
    const kept = await this.#host.memory.recall(WINDOW);
    if (this.window) return;
    const { icon, preload } = paths();
    this.#window = openMainWindow({
      kept,
      development: !app.isPackaged,
      preload,
      ...(existsSync(icon) && { icon }),
      onState: (state) => this.#host.memory.remember(WINDOW, state),
    });
  }

  /** The page's own commands; it hears of them as soon as it is there. */
  async #command(id: string): Promise<void> {
    await this.show();
    this.#host.commands.publish({ do: 'command', id });
  }

  #follow(request: Request): Promise<void> {
    return this.#try(() => followRequest(this.#host, request, (vault) => this.#dialogs.mayOpen(vault)));
  }

  async #try(work: () => Promise<void>): Promise<void> {
    await work().catch((error) => this.#dialogs.fault(error));
  }

  /** The vault of last time may be gone: then the page says so in its list, and the person opens another. */
  async #quietly(work: () => Promise<void>): Promise<void> {
    await work().catch(() => {});
  }

  async #followSettings(): Promise<void> {
    for await (const { theme } of this.#host.settings.listen()) nativeTheme.themeSource = theme;
  }

  async #followState(): Promise<void> {
    let before: string | null | undefined;
    for await (const { vault } of this.#host.follow()) {
      const now = vault?.path ?? null;
      if (now === before) continue;
      before = now;
      const { keepRecent } = this.#host.settings.now;
      this.#host.memory.remember(VAULT, keepRecent ? now : null);
      if (vault && !vault.sample && keepRecent) app.addRecentDocument(vault.path);
    }
  }
}
