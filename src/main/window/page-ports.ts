import { ipcMain, MessageChannelMain, type WebContents } from 'electron';
import type { Host } from '../../host/host.ts';
import type { HostRouter } from '../../host/router.ts';
import { servePort } from '../../rpc/serve.ts';
import type { Engines } from '../engine/engines.ts';
import { requestForDrop } from '../requests/dropped.ts';
import type { Request } from '../requests/request.ts';
import { isTrusted } from '../security/sender.ts';

/** Gives every page that is ready a port to the host, and one to each engine that runs. */
export class PagePorts {
  readonly #host: Host;
  readonly #router: HostRouter;
  readonly #engines: Engines;
  /** The run of the engine that each page has a port to. */
  readonly #pages = new Map<WebContents, number | null>();

  constructor(host: Host, router: HostRouter, engines: Engines, onDrop: (request: Request) => void) {
    this.#host = host;
    this.#router = router;
    this.#engines = engines;
    ipcMain.on('portolan:ready', ({ sender, senderFrame }) => {
      if (isTrusted(senderFrame)) this.#welcome(sender);
    });
    ipcMain.on('portolan:dropped', ({ senderFrame }, dropped: unknown) => {
      const request = isTrusted(senderFrame) ? requestForDrop(dropped) : null;
      if (request) onDrop(request);
    });
    void this.#follow();
  }

  /** A page that was loaded anew asks again: the ports of the one before it have ended with it. */
  #welcome(contents: WebContents): void {
    if (!this.#pages.has(contents)) contents.once('destroyed', () => this.#pages.delete(contents));
    const { port1, port2 } = new MessageChannelMain();
    servePort(this.#router, port1);
    contents.postMessage('portolan:port', 'host', [port2]);
    this.#pages.set(contents, null);
    this.#connect(contents);
  }

  async #follow(): Promise<void> {
    for await (const _ of this.#host.follow())
      for (const contents of this.#pages.keys()) this.#connect(contents);
  }

  #connect(contents: WebContents): void {
    const { engine } = this.#host.state;
    if (engine.is !== 'running' || engine.run === this.#pages.get(contents)) return;
    const port = this.#engines.connect(this.#host);
    if (!port) return;
    this.#pages.set(contents, engine.run);
    contents.postMessage('portolan:port', 'engine', [port]);
  }
}
