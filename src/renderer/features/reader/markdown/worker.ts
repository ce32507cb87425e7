import { type FromWorker, serveRendering, type ToWorker } from './serve.ts';

/** The scope of a worker, as far as it is used here: the page's types know windows only. */
const scope = globalThis as unknown as {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
};

const channel = new MessageChannel();
let wake = () => {};
channel.port1.onmessage = () => wake();

/** A turn of the event loop, without the four milliseconds that a timer takes. */
const rest = () =>
  new Promise<void>((resolve) => {
    wake = resolve;
    channel.port2.postMessage(null);
  });

const ask = serveRendering((message) => scope.postMessage(message), rest);
scope.onmessage = ({ data }) => ask(data);
