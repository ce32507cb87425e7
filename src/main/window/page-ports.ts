import { ipcMain, MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import type { Host } from '../../host/host.ts';
import type { HostRouter } from '../../host/router.ts';
import { servePort } from '../../rpc/serve.ts';
import type { Engines } from '../engine/engines.ts';
import { isTrusted } from '../security/sender.ts';

/** The run of the engine that a page has a port to, and the ports of ours that it holds the other ends of. */
interface Page {
  readonly host: MessagePortMain;
  run: number | null;
}

/** Gives every page that is ready a port to the host, and one to each engine that runs. */
export class PagePorts {
  readonly #host: Host;
  readonly #router: HostRouter;
  readonly #engines: Engines;
  readonly #pages = new Map<WebContents, Page>();

  constructor(host: Host, router: HostRouter, engines: Engines) {
    this.#host = host;
    this.#router = router;
    this.#engines = engines;
    ipcMain.on('portolan:ready', ({ sender, senderFrame }) => {
      if (isTrusted(senderFrame)) this.#welcome(sender);
    });
    void this.#follow();
  }

  #welcome(contents: WebContents): void {
    // A page that was loaded anew has lost what it had.
    const before = this.#pages.get(contents);
    before?.host.close();
    if (!before) contents.once('destroyed', () => this.#pages.delete(contents));
    const { port1, port2 } = new MessageChannelMain();
    servePort(this.#router, port1);
    const page: Page = { host: port1, run: null };
    this.#pages.set(contents, page);
    contents.postMessage('portolan:port', 'host', [port2]);
    this.#connect(contents, page);
  }

  async #follow(): Promise<void> {
    for await (const _ of this.#host.follow())
      for (const [contents, page] of this.#pages) this.#connect(contents, page);
  }

  #connect(contents: WebContents, page: Page): void {
    const { engine } = this.#host.state;
    if (engine.is !== 'running' || engine.run === page.run) return;
    const port = this.#engines.connect(this.#host);
    if (!port) return;
    page.run = engine.run;
    contents.postMessage('portolan:port', 'engine', [port]);
  }
}
