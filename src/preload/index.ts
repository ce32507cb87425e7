import { ipcRenderer, webUtils } from 'electron';

/**
 * Hands ports on to the page, nothing else: the page says that it is ready, and gets one port to the host and one to
 * every engine that runs. Where a dropped folder lies goes to the main process and not to the page. Nothing of
 * Electron's reaches it.
 */

/** What of the page's window is needed; the rest of the browser is none of this script's business. */
interface PageWindow {
  readonly origin: string;
  addEventListener(type: 'message', listener: (event: { source: unknown; data: unknown }) => void): void;
  addEventListener(
    type: 'drop',
    listener: (event: {
      isTrusted: boolean;
      dataTransfer: { files: ArrayLike<Parameters<typeof webUtils.getPathForFile>[0]> } | null;
    }) => void,
  ): void;
  postMessage(message: unknown, origin: string, ports: readonly unknown[]): void;
}
declare const window: PageWindow;

window.addEventListener('message', ({ source, data }) => {
  if (source !== window) return;
  if (typeof data === 'object' && data !== null && 'portolan' in data && data.portolan === 'ready')
    ipcRenderer.send('portolan:ready');
});

// Only what a person let fall: events that a page makes are not trusted, and files that it makes lie nowhere.
window.addEventListener('drop', ({ isTrusted, dataTransfer }) => {
  const file = dataTransfer?.files[0];
  const path = isTrusted && file ? webUtils.getPathForFile(file) : '';
  if (path) ipcRenderer.send('portolan:dropped', path);
});

ipcRenderer.on('portolan:port', (event, to: 'host' | 'engine') => {
  window.postMessage({ portolan: to }, window.origin, [...event.ports]);
});
