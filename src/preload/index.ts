import { ipcRenderer } from 'electron';

/**
 * Hands ports on to the page, nothing else: the page says that it is ready, and gets one port to the host and one to
 * every engine that runs. Nothing of Electron's reaches the page.
 */

/** What of the page's window is needed; the rest of the browser is none of this script's business. */
interface PageWindow {
  readonly origin: string;
  addEventListener(type: 'message', listener: (event: { source: unknown; data: unknown }) => void): void;
  postMessage(message: unknown, origin: string, ports: readonly unknown[]): void;
}
declare const window: PageWindow;

window.addEventListener('message', ({ source, data }) => {
  if (source !== window) return;
  if (typeof data === 'object' && data !== null && 'portolan' in data && data.portolan === 'ready')
    ipcRenderer.send('portolan:ready');
});

ipcRenderer.on('portolan:port', (event, to: 'host' | 'engine') => {
  window.postMessage({ portolan: to }, window.origin, [...event.ports]);
});
